"""The minutes of meetings and their recordings: written, published, approved, compared and read."""
