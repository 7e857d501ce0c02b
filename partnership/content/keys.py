"""Keys of rows as a browser sends them: text, which may be anything."""

# The largest key that a database holds has 19 digits.
MOST_DIGITS = 18


def is_key(text) -> bool:
    """Whether a text can be a row's key; a number of thousands of digits would break the query."""
    return len(str(text)) <= MOST_DIGITS and str(text).isdecimal()
