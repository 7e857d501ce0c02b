"""The demonstration’s other invented meetings: held ones of earlier years, one that moved, one to be confirmed."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from partnership.content.demonstration import Stage, builds

from .models import MeetingPage
from .models.meeting_states import Status
from .records.demo import write_records

COMMITTEE = "/meetings/partnership-committees/"
MOVED, MOVED_TO, UNCONFIRMED = "moved-demonstration", "moved-to-demonstration", "unconfirmed-demonstration"
YEARS_BACK = 3
WEDNESDAY = 2


def wednesday(today: date, weeks: int) -> date:
    """The Wednesday of so many weeks ahead, or back: always a day before or after today itself."""
    day = today + timedelta(weeks=weeks)
    return day - timedelta(days=(day.weekday() - WEDNESDAY) % 7 or 7 * (weeks == 0))


def days_of(today: date) -> dict[str, date]:
    """The days of these meetings, by their address, counted from the day of loading."""
    past = {
        f"held-demonstration-{years}": wednesday(today, -52 * years) for years in range(1, YEARS_BACK + 1)
    }
    return {
        **past,
        UNCONFIRMED: wednesday(today, 0),
        MOVED: wednesday(today, 13),
        MOVED_TO: wednesday(today, 14),
    }


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=timezone.get_default_timezone())


@builds(Stage.PAGES, order=11)
def plant(demonstration):
    """The pages, empty."""
    for slug, day in days_of(demonstration.today).items():
        title = f"SLP Partnership Committees, {day:%A} {day.day} {day:%B %Y}"
        demonstration.add(COMMITTEE, MeetingPage(title=title, slug=slug))


@builds(Stage.TEXTS, order=12)
def write(demonstration):
    """What is told of each: all of it invented."""
    days = days_of(demonstration.today)
    told = {
        UNCONFIRMED: {"summary": "An invented meeting that is over: nobody has said yet what came of it."},
        MOVED_TO: {"summary": "An invented meeting, to show one that took the place of another."},
        MOVED: {
            "summary": "An invented meeting, to show how one that moved keeps its page.",
            "status": Status.MOVED,
            "status_reason": "Demonstration only: too few members could come on the first date.",
            "successor": demonstration.page(f"{COMMITTEE}{MOVED_TO}/"),
        },
    }
    held = {"summary": "An invented meeting of an earlier year.", "status": Status.HELD}
    for slug, day in days.items():
        demonstration.publish(
            f"{COMMITTEE}{slug}/",
            starts_at=at(day, 9),
            ends_at=at(day, 9, 45),
            part_label="Common Part A",
            venue="Online. An invented meeting.",
            demonstration_only=True,
            **told.get(slug, held),
        )


@builds(Stage.TEXTS, order=30)
def write_what_was_decided(demonstration):
    """Who was at two of the held ones, and what each committee decided there."""
    earlier, later = (demonstration.page(f"{COMMITTEE}held-demonstration-{years}/") for years in (2, 1))
    write_records(earlier, later)
