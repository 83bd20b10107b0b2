"""The jars that ``ecr-access doctor`` needs besides those of private_ecr_access."""
