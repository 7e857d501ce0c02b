"""Requests for a file in a format that somebody can use: asked in public, answered from the admin by a promised day."""
