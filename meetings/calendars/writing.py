"""Events as a calendar file (RFC 5545), as Outlook, Google and Apple read it."""

from datetime import UTC, timedelta

from django.conf import settings
from icalendar import Calendar, Timezone
from icalendar import Event as CalendarEvent

from ..clock import LONDON
from .reading import Event

# How often programmes may come back.
REFRESHED_EVERY = timedelta(hours=1)
# London's clocks, by the law of all years since 1996. The library would list each change up to 2037 and then stop.
LONDON_CLOCKS = Timezone.from_ical(
    "\r\n".join(
        [
            "BEGIN:VTIMEZONE",
            "TZID:Europe/London",
            "BEGIN:DAYLIGHT",
            "DTSTART:19960331T010000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZNAME:BST",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0100",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19961027T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZNAME:GMT",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE",
            "",
        ]
    )
)


def written(title: str, events: list[Event]) -> bytes:
    """A calendar of this title with these events, as bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Europe/London")
    calendar.add("refresh-interval", REFRESHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(LONDON_CLOCKS)
    for event in events:
        calendar.add_component(in_calendar(event))
    # As it is: sorted names would put VERSION behind what some programmes read only after it.
    return calendar.to_ical(sorted=False)


def in_calendar(event: Event) -> CalendarEvent:
    """One event; its organiser is not named, since programmes would write to them."""
    # To the second, as the format has it.
    changed_at = event.changed_at.astimezone(UTC).replace(microsecond=0)
    entry = CalendarEvent()
    entry.add("uid", str(event.uid))
    # When this was said, as far as it matters: a moment of asking would make every answer another.
    entry.add("dtstamp", changed_at)
    entry.add("last-modified", changed_at)
    entry.add("sequence", event.sequence)
    entry.add("status", "CANCELLED" if event.is_off else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.is_off else "OPAQUE")
    entry.add("dtstart", event.starts_at.astimezone(LONDON))
    entry.add("dtend", event.ends_at.astimezone(LONDON))
    entry.add("summary", event.summary)
    entry.add("description", event.description)
    if event.place:
        entry.add("location", event.place)
    entry.add("url", event.url)
    entry.add("class", "PUBLIC")
    return entry
