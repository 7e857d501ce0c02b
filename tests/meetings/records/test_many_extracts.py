"""An organisation's extract costs the same however many meetings its committee has had."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.models import AgendaItem, CommitteeMember, CommitteePage, ItemRecord, MeetingPage, Sitting
from tests.factories.sections import many_children


def hold(tree, number: int, batch: str) -> None:
    """So many meetings, each with a decision of the trust's committee."""
    now = timezone.now()

    def make(n):
        start = now - timedelta(days=n)
        return MeetingPage(
            title=f"Meeting {n}",
            slug=f"{batch}-{n}",
            status="held",
            starts_at=start,
            ends_at=start + timedelta(hours=1),
        )

    meetings = many_children(tree.committee, make, number)
    items = AgendaItem.objects.bulk_create(
        AgendaItem(meeting_id=meeting, title="Quality report", published_at=now) for meeting in meetings
    )
    Sitting.objects.bulk_create(
        Sitting(meeting_id=meeting, organisation=tree.trust, published_at=now) for meeting in meetings
    )
    ItemRecord.objects.bulk_create(
        ItemRecord(item=item, organisation=tree.trust, decision="noted", published_at=now) for item in items
    )


def test_an_extract_costs_the_same_at_ten_and_two_thousand_meetings(tree, client):
    CommitteePage.objects.filter(pk=tree.committee.pk).update(kind="in_common")
    CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)
    base = f"{tree.committee.url}decisions/{tree.trust.slug}/"

    def costs():
        counted = []
        for address in (base, f"{base}csv/"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
                said = b"".join(answer) if answer.streaming else answer.content
            assert b"Quality report" in said
            counted.append(len(queries))
        return counted

    hold(tree, 10, "few")
    few = costs()
    hold(tree, 1990, "many")
    assert costs() == few
