"""Recommendations of publications: who may keep them, the screens for it, and what the public sees of them."""
