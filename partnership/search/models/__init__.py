"""What the search keeps: what can be found, and what is to be read anew."""

from .entries import Entry, EntryText
from .stale import Stale

__all__ = ["Entry", "EntryText", "Stale"]
