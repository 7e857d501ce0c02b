"""The disclosure log: answers to freedom-of-information requests, for everybody to read."""
