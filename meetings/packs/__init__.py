"""Packs of a meeting: its papers in one PDF, and in one zip, put together in the background."""
