"""The screens on which minutes and recordings are kept."""
