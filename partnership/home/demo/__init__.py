"""The demonstration's home page, its plain pages, what frames them, and who signs in."""

from . import about, careers_and_contact, first_page, frame, statements

__all__ = ["about", "careers_and_contact", "first_page", "frame", "statements"]
