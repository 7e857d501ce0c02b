"""How long somebody stays signed in, and where."""
