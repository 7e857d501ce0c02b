"""What the search keeps: what can be found, what is to be read anew, and what editors and readers say."""

from .entries import Entry, EntryText
from .missed import MissedAddress
from .searched import SearchedWords
from .stale import Stale
from .wording import Promotion, Synonym

__all__ = ["Entry", "EntryText", "MissedAddress", "Promotion", "SearchedWords", "Stale", "Synonym"]
