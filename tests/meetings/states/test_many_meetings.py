"""What is asked of all meetings costs the same however many there are."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.models import MeetingPage
from tests.factories.people import make_person
from tests.factories.sections import many_children


def plan(tree, number: int, batch: str) -> None:
    """So many meetings, half of them over and every tenth cancelled."""
    now = timezone.now()

    def make(n):
        start = now + timedelta(days=n if n % 2 else -n)
        status = "planned" if n % 10 else "cancelled"
        return MeetingPage(
            title=f"Meeting {n}",
            slug=f"{batch}-{n}",
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            status=status,
        )

    many_children(tree.committee, make, number)


def test_the_list_and_the_next_meeting_cost_the_same_at_sixty_and_two_thousand(tree, client):
    client.force_login(make_person("publishers"))

    def costs():
        client.get(reverse("meeting_listing:index"))
        with CaptureQueriesContext(connection) as listing:
            assert client.get(reverse("meeting_listing:index"), {"p": 1}).status_code == 200
        with CaptureQueriesContext(connection) as next_one:
            MeetingPage.objects.for_listing().next(timezone.now())
        return len(listing), len(next_one)

    plan(tree, 60, "few")
    few = costs()
    plan(tree, 1940, "many")
    assert costs() == few
    assert few[1] == 1
