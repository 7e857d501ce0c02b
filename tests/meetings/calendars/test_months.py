"""The list of meetings and its calendar by the month."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.calendars.months import Month, weeks_of
from meetings.models import CommitteeMember, MeetingPage
from partnership.content.readiness import readiness_problems
from tests.factories.pages import MeetingPageFactory
from tests.factories.sections import many_children


def words(response) -> str:
    """The main part of a page as plain words."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


class MonthTests:
    def test_it_is_a_table_with_caption_headers_and_each_meeting_on_its_day(self, client, tree):
        response = client.get("/meetings/calendar/2023/09/")
        html = response.content.decode()
        assert re.search(r"<caption[^>]*>September 2023</caption>", html)
        assert html.count('<th scope="col">') == 7
        cell = re.search(r'<td[^>]*>\s*<time [^>]*datetime="2023-09-27".*?</td>', html, re.DOTALL)[0]
        assert f'href="{tree.meeting.url}"' in cell
        assert "9am to 9.45am" in cell

    @pytest.mark.parametrize("status", ["cancelled", "moved", "postponed"])
    def test_what_is_off_is_told_in_words(self, client, tree, status):
        MeetingPage.objects.filter(pk=tree.meeting.pk).update(status=status)
        said = words(client.get("/meetings/calendar/2023/09/"))
        assert said.count(f"{status.capitalize()} Board meeting") == 2

    def test_this_month_is_what_one_begins_with_and_names_today(self, client, tree):
        today = timezone.localdate()
        said = words(client.get("/meetings/calendar/"))
        assert f"Meetings in {today:%B %Y}" in said
        assert f"Today is {today:%A} {today.day} {today:%B %Y}." in said
        assert f"{today.day} Today" in said

    def test_there_is_an_end_to_it_both_ways(self, client, tree):
        first = client.get("/meetings/calendar/2023/09/").content.decode()
        assert 'rel="prev"' not in first
        assert 'rel="next" href="/meetings/calendar/2023/10/"' in first
        today = timezone.localdate()
        assert 'rel="next"' not in client.get("/meetings/calendar/").content.decode()
        after = Month(today.year, today.month).next
        for slug in ("2023/08", after.slug, "2023/13", "2023/0", "0/1", "9999/12", "99999/1"):
            assert client.get(f"/meetings/calendar/{slug}/").status_code == 404

    def test_hides_drafts(self, client, tree):
        tree.meeting.unpublish()
        assert client.get("/meetings/calendar/2023/09/").status_code == 404

    @pytest.mark.parametrize(
        ("starts_at", "day"),
        [
            (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), "2026-03-28"),
            (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "2026-03-30"),
            (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), "2026-10-25"),
            (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), "2026-10-25"),
            (datetime(2026, 3, 31, 23, 0, tzinfo=UTC), None),
        ],
    )
    def test_a_meeting_is_on_its_day_in_london(self, tree, starts_at, day):
        MeetingPageFactory(parent=tree.committee, title="Late", slug="late", starts_at=starts_at)
        month = Month(starts_at.year, starts_at.month)
        weeks = weeks_of(month, MeetingPage.objects.all(), starts_at.date())
        found = [str(d.day) for week in weeks for d in week if d.meetings]
        assert found == ([day] if day else [])


class ListTests:
    def test_narrows_to_a_committee_and_a_year(self, client, tree):
        MeetingPageFactory(parent=tree.other_committee, title="Money", slug="money")
        MeetingPageFactory(parent=tree.other_committee, title="Old money", slug="old", over=True)
        board = words(client.get("/meetings/?committee=board"))
        assert "Board meeting" in board
        assert "money" not in board.lower().replace("committee of money", "")
        year = words(client.get("/meetings/?year=2023"))
        assert "Old money" in year
        assert "27 September 2090" not in year
        assert "Coming meetings" not in year

    def test_says_what_it_does_not_have(self, client, tree):
        response = client.get("/meetings/?year=1066&committee=nobody")
        assert response.status_code == 400
        assert "Choose one of the choices for “Year”" in words(response)

    def test_offers_the_calendar_in_its_head(self, client, tree):
        html = client.get("/meetings/").content.decode()
        assert (
            f'<link rel="alternate" type="text/calendar" title="All meetings" href="{reverse("calendar")}">'
            in html
        )


class SubscribeTests:
    def test_offers_every_calendar_that_there_is(self, client, tree):
        CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)
        tree.other_committee.unpublish()
        html = client.get("/meetings/subscribe/").content.decode()
        paths = [
            reverse("calendar"),
            reverse("calendar_of_committee", args=[tree.committee.pk]),
            reverse("calendar_of_organisation", args=[tree.trust.pk]),
        ]
        for path in paths:
            assert f'href="webcal://127.0.0.1:8000{path}"' in html
            assert client.get(path).status_code == 200
        assert reverse("calendar_of_committee", args=[tree.other_committee.pk]) not in html


@pytest.mark.parametrize("slug", ["calendar", "subscribe"])
def test_no_committee_takes_the_address_of_the_calendar(tree, slug):
    tree.committee.slug = slug
    assert "slug" in readiness_problems(tree.committee)


def test_all_of_it_costs_the_same_at_ten_and_two_thousand(client, tree):
    now = timezone.now()
    month = Month(now.year, now.month)
    CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)

    def plan(number, batch):
        def make(n):
            start = now + timedelta(hours=n)
            return MeetingPage(
                title=f"Meeting {n}",
                slug=f"{batch}-{n}",
                starts_at=start,
                ends_at=start + timedelta(hours=1),
                join_url="https://meet.example/a",
                status="planned" if n % 10 else "cancelled",
            )

        many_children(tree.committee, make, number)

    ways = [
        "/meetings/",
        "/meetings/?committee=board",
        f"/meetings/calendar/{month.slug}/",
        "/meetings/subscribe/",
        reverse("calendar"),
        reverse("calendar_of_committee", args=[tree.committee.pk]),
        reverse("calendar_of_organisation", args=[tree.trust.pk]),
        "/feeds/meetings/",
        "/feeds/site/",
        f"/feeds/committee/{tree.committee.pk}/",
        f"/feeds/organisation/{tree.trust.pk}/",
    ]

    def costs():
        counted = {}
        for way in ways:
            client.get(way)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(way).status_code == 200
            counted[way] = len(queries)
        return counted

    plan(10, "few")
    few = costs()
    plan(1990, "many")
    assert costs() == few
    assert max(few.values()) <= 16
