"""What stands below the list of meetings beside its committees."""

CALENDAR_SLUG, SUBSCRIBE_SLUG = "calendar", "subscribe"
# No committee can have these names in its address.
TAKEN = frozenset([CALENDAR_SLUG, SUBSCRIBE_SLUG])
