"""The screens on which the record of a meeting is written and published."""
