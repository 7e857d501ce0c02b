"""The record of a meeting: who was there, whether each committee was quorate, and what each decided."""
