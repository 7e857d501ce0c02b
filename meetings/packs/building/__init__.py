"""Puts one pack together, in a process of its own: papers are strangers' files, and the site must not fall with one.

Nothing here knows the site: it is told what the pack holds, and where the papers lie, as plain data.
"""
