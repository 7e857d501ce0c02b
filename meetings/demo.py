"""The demonstration's committee: the meeting that was held on 27 September 2023, and invented ones, marked as such."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from documents.demo import TRUSTS
from partnership.content.demonstration import Stage, builds
from programmes.models import AreaOfWorkPage, Organisation

from . import demo_members, demo_past  # noqa: F401 (they register their own)
from .actions import demo as demo_actions  # noqa: F401 (it registers its own)
from .agenda.demo import write_agenda
from .minutes import demo as minutes_demo  # noqa: F401 (it registers its own)
from .models import CommitteeMember, CommitteePage, MeetingPage, MeetingsIndexPage
from .questions import demo as questions_demo  # noqa: F401 (the same)

COMMITTEE = "/meetings/partnership-committees/"
OVERSIGHT = "demonstration-oversight"
HELD, NEXT, CANCELLED = "2023-09-27", "next-demonstration", "cancelled-demonstration"
WEDNESDAY = 2


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=timezone.get_default_timezone())


def wednesday_after(day: date, weeks: int) -> date:
    """The Wednesday that comes so many whole weeks after a day, or the first one after that."""
    later = day + timedelta(weeks=weeks)
    return later + timedelta(days=(WEDNESDAY - later.weekday()) % 7)


def in_words(day: date) -> str:
    """A day as people say it: Wednesday 27 September 2023."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def coming_days(today: date) -> dict[str, date]:
    """The days of the invented meetings, by their address, counted from the day of loading."""
    return {NEXT: wednesday_after(today, 5), CANCELLED: wednesday_after(today, 9)}


@builds(Stage.PAGES, order=10)
def plant(demonstration):
    """The committee and its meetings, empty."""
    demonstration.add("/", MeetingsIndexPage(title="Meetings", slug="meetings", show_in_menus=True))
    demonstration.add(
        "/meetings/", CommitteePage(title="SLP Partnership Committees", slug="partnership-committees")
    )
    demonstration.add(
        "/meetings/", CommitteePage(title="Oversight committee (demonstration only)", slug=OVERSIGHT)
    )
    days = {HELD: date(2023, 9, 27), **coming_days(demonstration.today)}
    for slug, day in days.items():
        demonstration.add(
            COMMITTEE, MeetingPage(title=f"SLP Partnership Committees, {in_words(day)}", slug=slug)
        )


@builds(Stage.TEXTS)
def write_committee(demonstration):
    """The list of meetings, and the committee."""
    demonstration.publish(
        "/meetings/",
        summary="When our committees meet in public, how to join, and their papers.",
    )
    demonstration.publish(
        COMMITTEE,
        summary="The partnership’s committees of the three trusts, which meet in common.",
        kind=CommitteePage.Kind.IN_COMMON,
        contact="See our contact page.",
        body=[
            (
                "paragraph",
                "<p>The part of a meeting that is held in public is called Common Part A. To join one, follow the link "
                "on the meeting’s page.</p>",
            ),
        ],
        members=[
            CommitteeMember(organisation=Organisation.objects.get(slug=slug), sort_order=order)
            for order, slug in enumerate(TRUSTS)
        ],
    )


@builds(Stage.TEXTS)
def write_oversight(demonstration):
    """An invented committee: which one oversees the real work is not published."""
    work = AreaOfWorkPage.objects.child_of(demonstration.page("/our-work/"))
    demonstration.publish(
        f"/meetings/{OVERSIGHT}/",
        summary="An invented committee, to show how the pages of programmes and collaboratives name the one that "
        "oversees them.",
        kind=CommitteePage.Kind.COMMITTEE,
        meets_in_public=False,
        demonstration_only=True,
        oversees=list(work.filter(status="active")),
    )


@builds(Stage.TEXTS, order=10)
def write_held_meeting(demonstration):
    """The meeting that the partnership announced for 27 September 2023: nothing is known of what was done there."""
    demonstration.publish(
        f"{COMMITTEE}{HELD}/",
        summary="Common Part A of the Partnership Committees, held in public.",
        starts_at=at(date(2023, 9, 27), 9),
        ends_at=at(date(2023, 9, 27), 9, 45),
        status="held",
        part_label="Common Part A",
        body=[
            (
                "paragraph",
                "<p>The meeting was announced for 9am to 9.45am. People were asked to follow a link to join in Common "
                "Part A.</p>",
            ),
        ],
    )


@builds(Stage.TEXTS, order=10)
def write_coming_meetings(demonstration):
    """Two invented meetings: the next one, with papers, and one that is cancelled."""
    days = coming_days(demonstration.today)
    demonstration.publish(
        f"{COMMITTEE}{NEXT}/",
        summary="An invented meeting, to show how a coming one is announced.",
        starts_at=at(days[NEXT], 9),
        ends_at=at(days[NEXT], 10, 30),
        part_label="Common Part A",
        part_ends_at=at(days[NEXT], 9, 45),
        private_label="Part B",
        private_starts_at=at(days[NEXT], 9, 50),
        join_url="https://example.org/join/demonstration",
        venue="Online. An invented meeting: the link leads nowhere.",
        access_information="Demonstration only: captions can be turned on in the meeting.",
        interpreters="Demonstration only: a BSL interpreter takes part.",
        adjustments="Demonstration only: tell us what you need, by the contact page, a week before.",
        demonstration_only=True,
    )
    demonstration.publish(
        f"{COMMITTEE}{CANCELLED}/",
        summary="An invented meeting, to show how a cancelled one is announced.",
        starts_at=at(days[CANCELLED], 9),
        ends_at=at(days[CANCELLED], 9, 45),
        part_label="Common Part A",
        status="cancelled",
        status_reason="Demonstration only: its business will be taken at the next meeting.",
        demonstration_only=True,
    )


@builds(Stage.TEXTS, order=20)
def write_agendas(demonstration):
    """The agenda of the next invented meeting, with its papers and its private part."""
    write_agenda(demonstration, f"{COMMITTEE}{NEXT}/")
