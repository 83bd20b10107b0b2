"""A CloudFormation of one's own: the macro's test and demonstration equipment, see README.md."""
