"""The publication scheme: what it promises, what is there, and what is missing."""
