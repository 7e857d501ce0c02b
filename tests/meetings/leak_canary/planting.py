"""The plant: a meeting whose private part says a word that stands nowhere else, and people without a right to it."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.models import CustomDocument, DocumentVersion, PageText, Reading
from meetings.minutes.publishing import publish
from meetings.models import (
    AgendaItem,
    AgendaPaper,
    CommitteeMember,
    ExclusionMotion,
    MeetingPack,
    MeetingPage,
    PackBuild,
    Sitting,
)
from meetings.models.joining import PrivateJoinLink
from meetings.packs.state import contents_now
from partnership.accounts.grants import grant, revoke
from partnership.accounts.models import User
from partnership.content.visibility import Audience
from partnership.search.indexing import rebuild
from tests.factories.agenda import PUBLISHED_AT, agenda_item
from tests.factories.decisions import decision, private_actions
from tests.factories.minutes import write_minutes
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import NOW, make_person
from tests.factories.questions import question_saying
from tests.factories.records import DocumentFactory
from tests.factories.site_tree import SiteTree

CANARY = "zyzzyva"
# One key for everything that is planted: whoever guesses one has guessed them all.
KEY = 900_001
OF_ONE_COMMITTEE = {"committee_members", "governance_officers"}
ROLES = ["document_officers", "publishers", "editors", "administrators", *sorted(OF_ONE_COMMITTEE)]


@dataclass
class Planted:
    """A meeting whose private part says the word in every place that holds text."""

    tree: SiteTree
    meeting: MeetingPage
    document: CustomDocument
    version: DocumentVersion
    item: AgendaItem
    # By who they are; of those with a role for one committee, for another one.
    people: dict[str, User]
    heard: list[str] = field(default_factory=list)


def plant(tree: SiteTree) -> Planted:
    """The plant, in a published and in an unpublished item."""
    meeting = MeetingPageFactory(parent=tree.committee, title="Open meeting")
    meeting.save_revision().publish()
    words = {
        "lead": f"Dr {CANARY}-person",
        "asked": f"See https://{CANARY}.example/join",
        "outcome": f"{CANARY}-outcome",
        "private_reason": "It names people in care.",
        "area_of_work": tree.programme,
    }
    item = agenda_item(meeting, f"{CANARY}-title", "B", pk=KEY, **words)
    agenda_item(meeting, f"{CANARY}-below", "B", parent=item, private_reason="It names people.")
    agenda_item(meeting, f"{CANARY}-to-come", "B", published_at=None)
    file = ContentFile(f"%PDF-1.7\n{CANARY}-bytes\n%%EOF\n".encode(), f"{CANARY}-file.pdf")
    document = DocumentFactory(pk=KEY, title=f"{CANARY}-document", file=file, is_private=True)
    version = document.versions.get()
    Reading.objects.update_or_create(
        version=version,
        defaults={
            "document": document,
            "state": Reading.State.DONE,
            "text_pages": 1,
            "asked_at": timezone.now(),
        },
    )
    PageText.objects.create(version=version, number=1, text=f"{CANARY}-inside the file")
    AgendaPaper.objects.create(
        pk=KEY, item=item, document=document, title=f"{CANARY}-link", published_at=PUBLISHED_AT
    )
    decision(
        item,
        tree.trust,
        pk=KEY,
        decision_text=f"{CANARY}-decision",
        conflicts=f"{CANARY}-conflict",
        conflicts_managed=f"{CANARY}-managed",
        reference=f"{CANARY}-reference",
    )
    CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)
    Sitting.objects.create(meeting=meeting, organisation=tree.trust, published_at=PUBLISHED_AT)
    PrivateJoinLink.objects.create(
        meeting=meeting, url=f"https://{CANARY}.example/part-b", changed_at=timezone.now()
    )
    plant_minutes(meeting, item)
    # One that is flagged, with who asked: only its committee's officers know that there is one.
    question_saying(CANARY, meeting, pk=KEY, reference="Q-CANA-RY22", item=item)
    plant_pack(meeting, document.public_id, version.filename)
    private_actions(meeting, item, CANARY, KEY)
    rebuild(Audience())
    ExclusionMotion.objects.create(
        meeting=meeting, wording="To exclude the public.", reason="People in care."
    )
    return Planted(tree, meeting, document, version, item, people_of(tree))


def people_of(tree) -> dict[str, User]:
    """Everybody who tries, and a member and an officer of the committee, who may."""
    people = {
        role: make_person(role, tree.other_committee if role in OF_ONE_COMMITTEE else None) for role in ROLES
    }
    people["superuser"] = User.objects.create_superuser(
        "superuser", "superuser@example.org", "a-long-password"
    )
    for name in ("member", "former member", "member until yesterday", "member without a second step"):
        people[name] = make_person("committee_members", tree.committee, name.replace(" ", "-"))
    people["officer"] = make_person("governance_officers", tree.committee, "officer")
    now = timezone.now()
    revoke(people["former member"], "committee_members", tree.committee, None, now)
    until_yesterday = people["member until yesterday"]
    revoke(until_yesterday, "committee_members", tree.committee, None, NOW)
    ended = now - timedelta(days=1)
    grant(until_yesterday, "committee_members", tree.committee, None, NOW, holds_until=ended)
    late = people["member without a second step"]
    late.second_step_wanted_since = now - timedelta(days=999)
    late.save()
    return people


def plant_minutes(meeting, item) -> None:
    """Private minutes that the committee has, beside open ones that the public has."""
    texts = {item: f"<p>{CANARY}-minuted</p>"}
    private = write_minutes(meeting, "B", texts, opening=f"<p>{CANARY}-opening</p>")
    # Minutes are published after their meeting.
    after = meeting.ends_at
    publish(private, None, after, f"{CANARY}-note")
    publish(write_minutes(meeting, opening="<p>The chair opened the meeting.</p>"), None, after)


def plant_pack(meeting, public_id: str, filename: str) -> None:
    """The members' pack, and one that it took the place of, at addresses that can be guessed."""
    pack = MeetingPack.objects.create(pk=KEY, meeting=meeting, kind="members", public_id=public_id)
    for key in (KEY - 1, KEY):
        build = PackBuild.objects.create(
            pk=key, pack=pack, filename=filename, size=40, sha256="0" * 64, built_at=timezone.now(),
            fingerprint="", contents=contents_now(pack, timezone.now()), problems=[f"{CANARY}-problem"],
            changed=[f"{CANARY}-change"], file=ContentFile(f"{CANARY}-pack".encode().ljust(40), filename),
        )  # fmt: skip
    MeetingPack.objects.filter(pk=KEY).update(current=build)
