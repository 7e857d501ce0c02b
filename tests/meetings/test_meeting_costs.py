"""What the page of a full meeting costs, with everything that it can show at once."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.minutes.publishing import publish
from meetings.models import (
    AgendaItem,
    AgendaPaper,
    Attendance,
    CommitteeMember,
    ExclusionMotion,
    MeetingPack,
    Membership,
    PackBuild,
    PublicNotice,
    Question,
    Recording,
    Sitting,
)
from meetings.packs.contents import fingerprint
from meetings.packs.state import contents_now
from programmes.models import Organisation, Person
from tests.factories.agenda import PUBLISHED_AT
from tests.factories.decisions import action, chairs_action, decision
from tests.factories.minutes import write_minutes
from tests.factories.pages import MeetingPageFactory
from tests.factories.records import DocumentFactory

ITEMS, PAPERS = 40, 60
MOST = 25


def fill(tree, meeting, earlier, items: int = ITEMS, papers: int = PAPERS) -> None:
    """Everything that a meeting can show, of two trusts, with a private part."""
    other, _ = Organisation.objects.get_or_create(name="Dale NHS Trust", slug="dale", kind="nhs_trust")
    made = [
        AgendaItem.objects.create(
            meeting=meeting,
            title=f"Item {n}",
            part="B" if n % 8 == 7 else "A",
            private_reason="It names people." if n % 8 == 7 else "",
            place=n,
            minutes=5,
            area_of_work=tree.programme,
            published_at=PUBLISHED_AT,
        )
        for n in range(items)
    ]
    for n in range(papers):
        item = made[n % items]
        document = DocumentFactory(title=f"Paper {n}", is_private=item.part == "B")
        paper = AgendaPaper.objects.create(item=item, document=document, place=n, published_at=PUBLISHED_AT)
        if item.part == "A":
            PublicNotice.objects.get_or_create(
                meeting=meeting, paper=paper, kind=PublicNotice.Kind.PAPER, defaults={"at": PUBLISHED_AT}
            )
    trusts = (tree.trust, other)
    motion = ExclusionMotion.objects.create(meeting=meeting, wording="To exclude the public", reason="People")
    for trust in trusts:
        CommitteeMember.objects.get_or_create(committee=tree.committee, organisation=trust)
        Sitting.objects.create(
            meeting=meeting, organisation=trust, quorate=True, motion=motion, motion_carried=True,
            published_at=PUBLISHED_AT,
        )  # fmt: skip
        for n in range(6):
            person = Person.objects.create(name=f"Person {n} of {trust}")
            member = Membership.objects.create(
                committee=tree.committee, person=person, organisation=trust, since="2020-01-01"
            )
            Attendance.objects.create(
                meeting=meeting, organisation=trust, membership=member, person=person, name=person.name,
                kind="present", published_at=PUBLISHED_AT,
            )  # fmt: skip
        for item in made:
            decision(
                item,
                trust,
                decision="recommended",
                decision_text="Agreed.",
                quorate=False,
                ratified_by_meeting=earlier,
                ratified_on="2023-09-27",
            )
    publish(
        write_minutes(meeting, "A", {item: "<p>Said.</p>" for item in made if item.part == "A"}),
        None,
        meeting.ends_at,
    )
    Recording.objects.create(
        meeting=meeting, url="https://watch.example/1", published_at=PUBLISHED_AT,
        time_codes={str(item.pk): 60 * place for place, item in enumerate(made)},
    )  # fmt: skip
    for n in range(10):
        Question.objects.create(
            meeting=meeting, asked_at=PUBLISHED_AT, item=made[n], state="answered", may_publish=True,
            public_wording="Why?", answer="Because.", published_at=PUBLISHED_AT,
        )  # fmt: skip
        action(meeting, f"Action {n}", item=made[n], organisation=tree.trust)
        action(earlier, f"Earlier {n}")
    for kind in MeetingPack.Kind:
        pack, _ = MeetingPack.objects.get_or_create(meeting=meeting, kind=kind)
        contents = contents_now(pack, timezone.now())
        build = PackBuild.objects.create(
            pack=pack, file="packs/a.pdf", filename="pack.pdf", size=9, sha256="0" * 64, built_at=timezone.now(),
            fingerprint=fingerprint(contents), contents=contents, changed=["A paper was added."],
        )  # fmt: skip
        MeetingPack.objects.filter(pk=pack.pk).update(current=build)


@pytest.fixture
def meetings(tree):
    """A full meeting to come and one that was held."""
    earlier = MeetingPageFactory(parent=tree.committee, over=True, title="Earlier")
    coming = MeetingPageFactory(parent=tree.committee, title="To come")
    held = MeetingPageFactory(parent=tree.committee, held=True, title="Held", successor=coming)
    for meeting in (coming, held):
        fill(tree, meeting, earlier)
    return SimpleNamespace(coming=coming, held=held)


def cost(client, url: str) -> int:
    """How many queries an address takes, asked for the second time."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("when", ["coming", "held"])
def test_a_full_meeting_keeps_to_its_budget(client, tree, meetings, when):
    meeting = getattr(meetings, when)
    page = client.get(meeting.url).content.decode()
    for shown in ("Item 38", "Paper 58", "Because.", "Action 9", "pack.pdf"):
        assert shown in page, shown
    assert cost(client, meeting.url) <= MOST
    # Whose a chair's action was is one more, for however many.
    for n in range(5):
        chairs_action(tree.committee, f"Decided {n}", [tree.trust], reported_to=meeting)
    assert "Decided 4" in client.get(meeting.url).content.decode()
    assert cost(client, meeting.url) <= MOST + 1
