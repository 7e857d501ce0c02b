"""The number of a case that somebody from the public opened."""

import secrets

# Without the letters and figures that are taken for each other when they are read out or written down.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_case_number(kind: str) -> str:
    """A number that can be read out on the telephone and cannot be guessed: AF-7KQ2-MX4D."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{kind}-{letters[:4]}-{letters[4:]}"
