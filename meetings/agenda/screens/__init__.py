"""The screens on which the agenda of a meeting is kept."""
