"""Atom feeds of what is new, put together from what each section has."""
