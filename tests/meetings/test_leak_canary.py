"""The leak canary: a private part is planted with a word that stands nowhere else, and everything is asked for it.

Every address that the site knows is tried, with the planted things' keys where it takes a key, so that what a later
section adds is tried as well.
"""

import re
from dataclasses import dataclass, field
from itertools import product

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from documents.models import CustomDocument, DocumentVersion, PageText, Reading
from meetings.joining.leading_on import WAYS_IN
from meetings.minutes.publishing import publish
from meetings.minutes.reading import AFTER_THE_MEETING
from meetings.models import (
    AgendaItem,
    AgendaPaper,
    CommitteeMember,
    MeetingPack,
    MeetingPage,
    PackBuild,
    PublicNotice,
    Sitting,
)
from meetings.models.joining import PrivateJoinLink
from meetings.packs.state import contents_now
from partnership.content.visibility import Audience
from partnership.search.indexing import rebuild
from tests.factories.admin_forms import form_values
from tests.factories.agenda import PUBLISHED_AT, agenda_item
from tests.factories.decisions import decision, private_actions
from tests.factories.minutes import write_minutes
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person
from tests.factories.questions import question_saying
from tests.factories.records import DocumentFactory

CANARY = "zyzzyva"
# One key for everything that is planted: whoever guesses one has guessed them all.
KEY = 900_001
REGISTER = "/meetings/decisions-and-actions/"
PUBLIC_WAYS = [
    *(REGISTER + path for path in ("", "csv/", "actions/", "actions/csv/", "chairs-actions/", "chairs-actions/csv/")),
    f"{REGISTER}actions/{KEY}/", f"{REGISTER}chairs-actions/{KEY}/",
    "/", "/meetings/", "/sitemap.xml", "/sitemap-pages.xml", "/robots.txt",
    f"/search/?q={CANARY}", f"/search/suggest/?q={CANARY}",
    "/files/register/", "/files/register.json", "/nothing-here/", "/alerts/", "/my-committees/",
    "/meetings/calendar/", "/meetings/calendar/2090/09/", "/meetings/subscribe/", "/calendars/meetings.ics",
    "/feeds/site/", "/feeds/meetings/", "/feeds/publications/", f"/feeds/search/?q={CANARY}",
]  # fmt: skip
ENDS_THE_SESSION = re.compile(r"logout|sign_out|log_out")
LIBRARY_WORDS = ["documents", "meetings", "wagtailcore"]
MODEL_WORDS = [
    "customdocument", "agendaitem", "agendapaper", "meetingpage", "page", "publicnotice", "minutes", "minutesedition",
    "minuteditem", "recording", "question", "itemrecord",
]  # fmt: skip


@dataclass
class Planted:
    """A meeting whose private part says the word in every place that holds text."""

    meeting: MeetingPage
    document: CustomDocument
    version: DocumentVersion
    item: AgendaItem
    heard: list[str] = field(default_factory=list)


@pytest.fixture
def planted(tree):
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
    return Planted(meeting, document, version, item)


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


def addresses(patterns=None, names=(), spaces=()):
    """Every named address of the site: (its full name, the names of its parameters)."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from addresses(pattern.url_patterns, (*names, *parameters(pattern)), inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield ":".join((*spaces, pattern.name)), (*names, *parameters(pattern))


def parameters(pattern) -> tuple[str, ...]:
    """The parameters of one piece of an address."""
    return tuple(pattern.pattern.regex.groupindex) or ("",) * pattern.pattern.regex.groups


def guesses(name: str, planted: Planted) -> list:
    """What somebody would try in place of a parameter."""
    if name == "public_id":
        return [planted.document.public_id]
    if name == "filename":
        return [planted.version.filename, "x.pdf"]
    if name == "number":
        return [1]
    if name == "part":
        return ["A", "B"]
    if name == "app_label":
        return LIBRARY_WORDS
    if name == "model_name":
        return MODEL_WORDS
    return [KEY, planted.meeting.pk]


def every_way(planted: Planted) -> list[str]:
    """All addresses, with guesses in place of their parameters, that look for the word too."""
    found = set()
    for name, takes in addresses():
        if ENDS_THE_SESSION.search(name) or len(takes) > 4:
            continue
        for values in product(*(guesses(parameter, planted) for parameter in takes)):
            try:
                named = all(takes)
                url = (
                    reverse(name, kwargs=dict(zip(takes, values, strict=True)))
                    if named
                    else reverse(name, args=values)
                )
            except NoReverseMatch:
                continue
            found.add(f"{url}?id={KEY}&q={CANARY}&item={KEY}")
    return sorted(found)


def listen(client: Client, url: str, planted: Planted, **headers) -> None:
    """Ask an address, and note it where the word is heard in its body or its headers."""
    response = client.get(url, follow=False, headers=headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    # What was asked for is said back, on search screens; that is no leak.
    said = body.decode("utf-8", "replace").replace(f"q={CANARY}", "").lower()
    said = re.sub(rf'(value="|[“"\'>]|&quot;|&#x27;|q%3d|=){CANARY}(?![-\w])', "", said)
    headers_told = [response.get(name, "") for name in ("Content-Disposition", "Link", "Location")]
    told = f"{said} {' '.join(headers_told)}".lower()
    if f"{CANARY}-" in told or f"{CANARY}.example" in told:
        planted.heard.append(url)


def persona(role: str, tree) -> Client:
    """A client signed in as somebody without a grant for the committee; "" for nobody."""
    client = Client(raise_request_exception=False)
    if role:
        branch = {"committee_members", "governance_officers"}
        page = tree.other_committee if role in branch else None
        client.force_login(make_person(role, page))
    return client


WITHOUT_GRANT = ["", "committee_members", "governance_officers", "document_officers", "publishers"]


@pytest.mark.parametrize("role", WITHOUT_GRANT)
def test_nobody_without_a_grant_hears_it_on_the_site(planted, tree, role):
    client = persona(role, tree)
    pages = [planted.meeting, tree.committee, tree.programme]
    ways = [*PUBLIC_WAYS, *(page.get_url() for page in pages)]
    ways += [f"{planted.meeting.get_url()}{way}/" for way in (*WAYS_IN, *AFTER_THE_MEETING)]
    below = product(AFTER_THE_MEETING, ("draft", "changes", "edition-1", "edition-1/changes"))
    ways += [f"{planted.meeting.get_url()}{slug}/{rest}/" for slug, rest in below]
    extract = f"{tree.committee.get_url()}decisions/{tree.trust.slug}/"
    assert client.get(extract).status_code == 200
    ways += [extract, f"{extract}csv/"]
    ways += [reverse("calendar_of_meeting", args=[planted.meeting.translation_key])]
    ways += [reverse("calendar_of_committee", args=[tree.committee.pk])]
    ways += [
        f"/feeds/{kind}/{page.pk}/"
        for kind, page in (("committee", tree.committee), ("programme", tree.programme))
    ]
    document, version = planted.document, planted.version
    ways += [
        f"{planted.meeting.get_url()}ask/",
        f"/questions/{planted.meeting.pk}/",
        "/questions/asked/Q-CANA-RY22/",
    ]
    files = [
        document.url,
        document.version_url(version),
        reverse("page_text", args=[document.public_id, 1]),
        reverse("first_page", args=[document.public_id, 1]),
        reverse("request_format", args=[document.public_id]),
        f"/files/verify/?sha256={version.sha256}",
        f"/media/{version.file.name}",
        *(f"/media/{build.file.name}" for build in PackBuild.objects.all()),
    ]
    pack = reverse("pack", args=[document.public_id, version.filename])
    for url in (*ways, *files, pack):
        listen(client, url, planted)
    listen(client, document.url, planted, range="bytes=0-40")
    listen(client, document.url, planted, if_none_match=f'"{version.sha256}"')
    listen(client, pack, planted, range="bytes=0-20")
    listen(client, pack, planted, if_none_match=f'"{"0" * 64}"')
    assert planted.heard == []
    for url in (*files[:5], pack):
        assert client.get(url).status_code == 404
    assert client.get(document.url, headers={"range": "bytes=0-4"}).status_code == 404
    assert client.get(document.url, headers={"if-none-match": f'"{version.sha256}"'}).status_code == 404


@pytest.mark.parametrize("role", ["administrators", "editors"])
def test_no_address_of_the_site_or_the_admin_tells_editors(planted, tree, role):
    client = persona(role, tree)
    ways = every_way(planted)
    assert len(ways) > 300
    for url in ways:
        listen(client, url, planted)
    assert planted.heard == []


def test_neither_an_edit_nor_a_preview_nor_the_history_tells(planted, tree):
    client = persona("administrators", tree)
    edit = reverse("wagtailadmin_pages:edit", args=[planted.meeting.pk])
    typed = form_values(client.get(edit))
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[planted.meeting.pk])
    assert client.post(preview, typed).json()["is_valid"]
    assert client.post(edit, {**typed, "title": "Renamed", "action-publish": "1"}).status_code == 302
    revisions = list(planted.meeting.revisions.values_list("pk", flat=True))
    ways = [
        edit,
        preview,
        reverse("wagtailadmin_pages:history", args=[planted.meeting.pk]),
        reverse(
            "wagtailadmin_pages:revisions_compare", args=[planted.meeting.pk, revisions[0], revisions[-1]]
        ),
        reverse("wagtailadmin_pages:copy", args=[planted.meeting.pk]),
        reverse("wagtailadmin_reports:site_history"),
    ]
    for url in ways:
        listen(client, url, planted)
    assert planted.heard == []
    kept = planted.meeting.get_latest_revision().content
    assert CANARY not in str(kept)


def test_a_private_document_cannot_be_made_public_by_naming_it(planted, tree):
    """An editor who guesses the key of a private document names it on a page."""
    client = persona("publishers", tree)
    edit = reverse("wagtailadmin_pages:edit", args=[tree.publication.pk])
    typed = form_values(client.get(edit)) | {
        "files-TOTAL_FORMS": "1",
        "files-0-document": str(KEY),
        "files-0-format": "standard",
        "files-0-ORDER": "1",
    }
    answer = client.post(edit, {**typed, "action-publish": "1"})
    assert CANARY + "-" not in answer.content.decode()
    assert planted.document.publication_files.count() == 0
    planted.document.publication_files.create(publication=tree.publication)
    tree.publication.save_revision()
    nobody = Client()
    assert nobody.get(planted.document.url).status_code == 404


def test_the_notices_name_no_private_paper(planted):
    assert not PublicNotice.objects.filter(paper__item__part="B").exists()


def test_the_canary_sings_where_the_agenda_is_shown_to_everybody(planted, tree, monkeypatch):
    monkeypatch.setattr("meetings.models.meetings.reads_part_b", lambda request, meeting: True)
    listen(persona("", tree), planted.meeting.get_url(), planted)
    assert planted.heard == [planted.meeting.get_url()]


def test_the_canary_sings_for_a_member_who_asks_for_the_pack(planted, tree):
    client = Client()
    client.force_login(make_person("committee_members", tree.committee))
    pack = reverse("pack", args=[planted.document.public_id, planted.version.filename])
    listen(client, pack, planted)
    assert planted.heard == [pack]


def test_the_canary_sings_where_the_library_has_private_documents(planted, tree):
    CustomDocument.with_private.filter(pk=KEY).update(is_private=False)
    listen(persona("editors", tree), reverse("wagtaildocs:index"), planted)
    assert planted.heard
