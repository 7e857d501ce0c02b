"""The inspection of uploaded files: what a file is, what it carries that must not go public, and what to do about it.

Nothing here knows of Django: the parsers run in a process of their own (see `sandbox`), where a hostile file can hurt
nobody. The site asks `sandbox.inspect_apart`; everything else is called inside that process.
"""
