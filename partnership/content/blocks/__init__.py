"""The building blocks of page bodies, one family a file."""
