"""Accounts end when they are not used for long, or when nothing is left that they are for."""
