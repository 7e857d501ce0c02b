"""The next meeting is right by itself at every moment; the clock is passed in."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from meetings.models import MeetingPage
from partnership.content.visibility import Audience
from tests.factories.pages import MeetingPageFactory

NINE = datetime(2026, 6, 10, 8, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def plan(tree):
    """Plan a meeting of an hour."""

    def make(title, starts_at=NINE, **facts):
        ends_at = facts.pop("ends_at", starts_at + AN_HOUR)
        facts = {"parent": tree.committee, "join_url": "", "slug": title.lower(), **facts}
        return MeetingPageFactory(title=title, starts_at=starts_at, ends_at=ends_at, **facts)

    return make


def shown(now: datetime, committee=None) -> str:
    """What the home page, or a committee's, says at a moment, as plain words."""
    request = RequestFactory().get("/", headers={"host": "localhost"})
    request._audience = Audience(now)
    template = Template("{% load meetings_tags %}{% next_meeting committee %}")
    html = template.render(Context({"request": request, "committee": committee}))
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


def test_the_soonest_planned_one_counts(plan):
    plan("Later", NINE + timedelta(days=1))
    plan("Sooner")
    said = shown(NINE - AN_HOUR)
    assert said.startswith("Next meeting")
    assert "Sooner" in said
    assert "Later" not in said


def test_it_is_in_progress_from_its_first_moment_to_its_last(plan):
    plan("One")
    a_moment = timedelta(microseconds=1)
    assert shown(NINE - a_moment).startswith("Next meeting")
    assert shown(NINE).startswith("Meeting in progress")
    assert shown(NINE + AN_HOUR - a_moment).startswith("Meeting in progress")
    assert "No meeting is planned" in shown(NINE + AN_HOUR)


def test_while_one_is_held_the_following_is_told_too(plan):
    plan("Now")
    plan("Then", NINE + timedelta(days=7))
    said = shown(NINE)
    assert said.index("Now") < said.index("After that: Then")


def test_meetings_that_overlap_are_both_in_progress(plan, tree):
    plan("First")
    plan("Second", NINE + AN_HOUR / 2, parent=tree.other_committee)
    both = shown(NINE + AN_HOUR * 3 / 4)
    assert both.startswith("Meeting in progress")
    assert "Also in progress: Second" in both
    assert "First" not in shown(NINE + AN_HOUR)
    assert shown(NINE + AN_HOUR).startswith("Meeting in progress")
    assert "Second" not in shown(NINE + AN_HOUR * 3 / 4, tree.committee)


def test_it_says_when_the_public_part_is_over(plan):
    plan("Long", part_ends_at=NINE + AN_HOUR / 2, private_starts_at=NINE + AN_HOUR / 2)
    assert "The public part is over" not in shown(NINE + AN_HOUR / 4)
    assert "The public part is over" in shown(NINE + AN_HOUR / 2)


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved"])
def test_what_is_off_is_told_before_the_next(plan, status):
    plan("Off", status=status, status_reason="Too few.")
    assert "No meeting is planned" in shown(NINE - AN_HOUR)
    plan("On", NINE + timedelta(days=7))
    said = shown(NINE - AN_HOUR)
    assert f"{status.capitalize()}: Off" in said
    assert said.index("Off") < said.index("On ")
    # Once its time is over it is no news.
    assert "Off" not in shown(NINE + AN_HOUR)


def test_a_moved_meeting_gives_way_to_its_new_date(plan):
    new = plan("New", NINE + timedelta(days=7))
    plan("Old", status="moved", status_reason="Too few.", successor=new)
    said = shown(NINE)
    assert said.startswith("Next meeting Moved: Old")
    assert "17 June 2026 New" in said


@pytest.mark.parametrize("status", ["held", "adjourned", "abandoned", "inquorate"])
def test_what_was_recorded_before_its_end_is_over(plan, status):
    plan("Short", status=status, status_reason="It was.")
    assert "Short" not in shown(NINE)


def test_drafts_are_not_told(plan):
    plan("Draft", live=False)
    assert "Draft" not in shown(NINE)


@pytest.mark.parametrize(
    ("starts_at", "day"),
    [
        # The first day of summer time, and the last: nine o'clock in London either way.
        (datetime(2026, 3, 29, 8, tzinfo=UTC), "Sunday 29 March 2026"),
        (datetime(2026, 10, 25, 9, tzinfo=UTC), "Sunday 25 October 2026"),
        # Bank holidays are days as others are.
        (datetime(2026, 12, 28, 9, tzinfo=UTC), "Monday 28 December 2026"),
    ],
)
def test_it_is_at_nine_in_london_whatever_day_it_is(plan, starts_at, day):
    plan("One", starts_at)
    for now in (starts_at - timedelta(days=1), starts_at, starts_at + AN_HOUR - timedelta(seconds=1)):
        assert f"{day} One 9am to 10am" in shown(now)
    assert "One" not in shown(starts_at + AN_HOUR)


def test_an_hour_that_comes_twice_lasts_as_long_as_it_lasts(plan):
    # From 12.30am to 2.30am on the night when clocks go back: three hours.
    start, end = datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
    plan("Night", start, ends_at=end)
    assert "12.30am to 2.30am" in shown(end - timedelta(minutes=1))
    assert shown(end - timedelta(minutes=1)).startswith("Meeting in progress")
    assert "Night" not in shown(end)


def test_midnight_ends_the_day(plan):
    start, midnight = datetime(2026, 6, 10, 20, tzinfo=UTC), datetime(2026, 6, 10, 23, tzinfo=UTC)
    plan("Late", start, ends_at=midnight)
    said = shown(midnight - timedelta(seconds=1))
    assert "9pm to midnight" in said
    assert "Thursday" not in said
    assert "Late" not in shown(midnight)


def test_after_midnight_the_day_is_named(plan):
    plan("Over", datetime(2026, 6, 10, 21, tzinfo=UTC), ends_at=datetime(2026, 6, 11, 0, tzinfo=UTC))
    assert "10pm to 1am on Thursday 11 June" in shown(datetime(2026, 6, 10, 23, 30, tzinfo=UTC))


def test_it_is_asked_in_two_queries_however_many_there_are(plan, django_assert_num_queries):
    for number in range(8):
        plan(f"Meeting-{number}", NINE + timedelta(days=number))
    now = NINE + AN_HOUR / 2
    meetings = MeetingPage.objects.for_listing()
    with django_assert_num_queries(2):
        list(meetings.planned(now)[:6])
        meetings.called_off_before(None, now)
