"""The screens of the search on the editors' side."""
