"""Whose resources these are."""

ACCOUNT = "123456789012"  # moto's
