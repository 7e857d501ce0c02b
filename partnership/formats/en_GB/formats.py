"""The clock as NHS.UK writes it, "9.45am"; `locale/` takes the full stops out of Django's "a.m."."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "g.ia"
DATETIME_FORMAT = "j F Y, g.ia"
SHORT_DATETIME_FORMAT = "d/m/Y g.ia"
