"""Invented minutes of invented meetings: one approved with a changed item, one still a draft, with its recording."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds

from ..models import AgendaItem, MinutedItem, Minutes, Recording
from .publishing import approve, items_to_minute, publish
from .recordings import publish_recording

COMMITTEE = "/meetings/partnership-committees/"
LATER, EARLIER = "held-demonstration-1", "held-demonstration-2"
ONLY = "Demonstration only: invented minutes of an invented meeting."
AGENDA = (
    "Welcome and apologies",
    "Minutes of the last invented meeting",
    "Example report on quality",
    "Any other business",
)
SAID = (
    "<p>An invented chair welcomed those who were there.</p>",
    "<p>The minutes were read and agreed.</p>",
    "<p>An invented director reported 21 example visits. Those who met asked for:</p>"
    "<ul><li>the example figures of the next quarter;</li><li>a word on what was learned.</li></ul>",
    "<p>There was none.</p>",
)
CORRECTED = "<p>An invented director reported 12 example visits. Those who met asked for the example figures of the next quarter.</p>"
TRANSCRIPT = (
    "<p><b>An invented chair:</b> Good morning, and welcome to an invented meeting.</p>"
    "<p><b>An invented director:</b> Our example report says nothing that is so. (A slide shows a table of invented "
    "figures.)</p>"
    "<p><b>An invented chair:</b> Thank you. The meeting is closed.</p>"
)


@builds(Stage.TEXTS, order=60)
def write(demonstration):
    """The agendas where nobody has written them, the minutes, and the recording."""
    earlier, later = (demonstration.page(f"{COMMITTEE}{slug}/") for slug in (EARLIER, LATER))
    for meeting in (earlier, later):
        give_agenda(meeting)
    if not Minutes.objects.filter(meeting=earlier).exists():
        approved = begin(earlier)
        publish(approved, None, earlier.ends_at + timedelta(days=8))
        third = MinutedItem.objects.filter(minutes=approved, text=SAID[2]).first()
        if third:
            third.text = CORRECTED
            third.save()
        note = "The number of visits was put right, and a request taken out."
        when = later.ends_at + timedelta(days=1)
        approve(approved, None, when, later, later.starts_at.date(), note)
    if not Minutes.objects.filter(meeting=later).exists():
        publish(begin(later), None, later.ends_at + timedelta(days=9))
    if not Recording.objects.filter(meeting=later).exists():
        record(later)


def give_agenda(meeting) -> None:
    """Some invented items on the agenda that was published."""
    if meeting.agenda_items.exists():
        return
    for place, title in enumerate(AGENDA):
        published_at = meeting.starts_at - timedelta(days=9)
        AgendaItem.objects.create(
            meeting=meeting, place=place, title=title, minutes=10, published_at=published_at
        )


def begin(meeting) -> Minutes:
    """Minutes of a meeting, with a text for each of its items, not published."""
    minutes = Minutes.objects.create(
        meeting=meeting,
        opening=f"<p>{ONLY} An invented chair opened it at 9am.</p>",
        closing="<p>The invented meeting closed at 9.45am.</p>",
    )
    for number, line in enumerate(items_to_minute(meeting, minutes.part)):
        MinutedItem.objects.create(minutes=minutes, item=line.item, text=SAID[number % len(SAID)])
    return minutes


def record(meeting) -> None:
    """An invented recording: its link leads nowhere."""
    lines = items_to_minute(meeting, "A")
    recording = Recording.objects.create(
        meeting=meeting,
        url="https://example.org/demonstration-recording",
        captions_checked=True,
        minutes_long=45,
        bsl_url="https://example.org/demonstration-recording-bsl",
        transcript=f"<p>Demonstration only: nobody said any of this.</p>{TRANSCRIPT}",
        time_codes={str(line.item.pk): 30 + 600 * number for number, line in enumerate(lines[:4])},
    )
    publish_recording(recording, meeting.ends_at + timedelta(days=2))
