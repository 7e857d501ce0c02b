"""Who comes in, and how often somebody may try."""
