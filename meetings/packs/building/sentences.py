"""What is said of a paper that a pack cannot take in as it is. Read by the site too, so no parser is loaded here."""

LOCKED = "The file is locked with a password."
DAMAGED = "The file is damaged."
TOO_LONG = "The file has too many pages."
TOO_HEAVY = "The file is too heavy to be put in a pack."
MENDED = "The file is damaged, and was mended as far as that could be done. Compare it with the original."
