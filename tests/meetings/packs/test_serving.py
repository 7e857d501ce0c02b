"""To whom packs are given, and what everybody else is told."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from documents.models import CustomDocument
from documents.takedown import take_down
from meetings.models import AgendaItem, MeetingPack
from meetings.packs.serving import address_of
from partnership.accounts.grants import revoke
from tests.factories.agenda import agenda_paper
from tests.factories.people import make_person

from .conftest import built, document
from .files import tagged_pdf


def body(response) -> bytes:
    """All that an answer brings."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_public_pack_is_given_whole_in_parts_and_not_twice(packed, client):
    url, build = address_of(packed.pack), packed.pack.current
    whole = client.get(url)
    assert whole.status_code == 200
    assert whole["Content-Type"] == "application/pdf"
    assert "no-cache" in whole["Cache-Control"]
    content = body(whole)
    assert len(content) == build.size
    part = client.get(url, headers={"range": "bytes=0-9"})
    assert (part.status_code, body(part)) == (206, content[:10])
    assert client.get(url, headers={"if-none-match": whole["ETag"]}).status_code == 304


def test_another_file_name_is_sent_on_and_a_wrong_key_is_not(packed, client):
    right = address_of(packed.pack)
    answer = client.get(reverse("pack", args=[packed.pack.public_id, "x.pdf"]))
    assert (answer.status_code, answer["Location"]) == (302, right)
    assert client.get(reverse("pack", args=["a" * 16, "x.pdf"])).status_code == 404
    assert client.post(right).status_code == 405


def test_the_members_pack_is_for_members_and_no_cache_keeps_it(fully_packed, client):
    members = fully_packed.packs["members"]
    url = address_of(members)
    client.force_login(make_person("committee_members", fully_packed.tree.committee))
    answer = client.get(url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer
    page = client.get(fully_packed.meeting.get_url())
    assert url in page.content.decode()
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("role", ["", "committee_members", "governance_officers", "administrators"])
def test_nobody_else_can_tell_it_from_a_wrong_address(fully_packed, client, role):
    if role:
        other = fully_packed.tree.other_committee if role != "administrators" else None
        client.force_login(make_person(role, other))
    members = fully_packed.packs["members"]
    right = address_of(members)
    wrong = reverse("pack", args=["a" * 16, members.current.filename])
    for headers in ({}, {"range": "bytes=0-9"}, {"if-none-match": f'"{members.current.sha256}"'}):
        answers = [client.get(url, headers=headers) for url in (right, wrong)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert dict(answers[0].headers) == dict(answers[1].headers)
    assert members.public_id not in client.get(fully_packed.meeting.get_url()).content.decode()


def test_a_replaced_paper_leaves_the_pack_in_place_until_the_new_one_is_there(packed, client):
    paper = packed.finance_paper.document
    paper.file = ContentFile(tagged_pdf("Better figures"), "better.pdf")
    paper.save()
    assert client.get(address_of(packed.pack)).status_code == 200
    said = client.get(packed.meeting.get_url()).content.decode()
    assert (
        "Changed since:</strong> Paper replaced: Finance report (item 2). A new one is being put together."
        in said
    )


def hidden_by_takedown(s):
    """The file is taken down."""
    take_down(s.finance_paper.document, make_person("administrators"), "It named a person.", timezone.now())


def hidden_by_a_warning(s):
    """A warning stands against the file."""
    CustomDocument.objects.filter(pk=s.finance_paper.document_id).update(open_warnings=1)


def hidden_as_the_paper_is_withdrawn(s):
    """The paper is nobody's any more."""
    s.finance_paper.published_at = None
    s.finance_paper.save()


def hidden_as_the_paper_is_deleted(s):
    """The paper is not there any more."""
    s.finance_paper.delete()


def hidden_with_its_item(s):
    """The item is not on the agenda any more."""
    AgendaItem.objects.filter(pk=s.finance.pk).update(published_at=None)


@pytest.mark.parametrize(
    "hide",
    [
        hidden_by_takedown,
        hidden_by_a_warning,
        hidden_as_the_paper_is_withdrawn,
        hidden_as_the_paper_is_deleted,
        hidden_with_its_item,
    ],
)
def test_what_ceases_to_be_public_takes_packs_and_zip_along_at_once(fully_packed, client, hide):
    packs = fully_packed.packs
    urls = {kind: address_of(pack) for kind, pack in packs.items()}
    hide(fully_packed)
    for kind in ("public", "zip"):
        for headers in ({}, {"range": "bytes=0-9"}, {"if-none-match": f'"{packs[kind].current.sha256}"'}):
            answer = client.get(urls[kind], headers=headers)
            assert (answer.status_code, answer["Location"]) == (302, fully_packed.meeting.url)
    assert (
        "Meeting pack: it is being put together."
        in client.get(fully_packed.meeting.get_url()).content.decode()
    )
    client.force_login(make_person("committee_members", fully_packed.tree.committee))
    assert client.get(urls["members"]).status_code == 302


def test_a_release_undone_takes_the_pack_along(papers, client):
    papers.private_paper.released_at = timezone.now()
    papers.private_paper.save()
    CustomDocument.with_private.filter(pk=papers.private_paper.document_id).update(is_private=False)
    pack = built(papers.meeting, "public")["public"]
    assert client.get(address_of(pack)).status_code == 200
    papers.private_paper.released_at = None
    papers.private_paper.save()
    assert client.get(address_of(pack)).status_code == 302


def test_a_meeting_that_is_closed_or_gone_gives_no_pack(packed, client):
    PageViewRestriction.objects.create(page=packed.tree.committee, restriction_type="login")
    assert client.get(address_of(packed.pack)).status_code == 404
    PageViewRestriction.objects.all().delete()
    packed.meeting.unpublish()
    assert client.get(address_of(packed.pack)).status_code == 404


def test_membership_that_ended_ends_the_members_pack(fully_packed, client):
    member = make_person("committee_members", fully_packed.tree.committee)
    client.force_login(member)
    url = address_of(fully_packed.packs["members"])
    assert client.get(url).status_code == 200
    revoke(member, "committee_members", fully_packed.tree.committee, None, timezone.now())
    assert client.get(url).status_code == 404


def test_the_page_says_how_good_it_is(packed, client, papers):
    url = packed.meeting.get_url()
    build = packed.pack.current
    said = client.get(url).content.decode()
    assert f"PDF, {build.pages} pages" in said
    assert "Tagged for screen readers" in said
    MeetingPack.objects.update(current=None)
    assert "Meeting pack: it is being put together." in client.get(url).content.decode()


def test_the_keeper_reads_what_to_put_right(papers, client):
    agenda_paper(papers.finance, document("Broken annex", b"%PDF-1.7 nothing"))
    agenda_paper(papers.private, document("Broken secret", b"%PDF-1.7 nothing", is_private=True))
    built(papers.meeting, *MeetingPack.Kind)
    publisher = make_person("publishers")
    client.force_login(publisher)
    screens = [
        reverse("run_meeting", args=[papers.meeting.pk]),
        reverse("meeting_agenda:agenda", args=[papers.meeting.pk]),
    ]
    for screen in screens:
        said = client.get(screen).content.decode()
        assert "“Broken annex” (item 2) is not in the pack" in said
        assert "Broken secret" not in said
    client.force_login(make_person("governance_officers", papers.tree.committee))
    assert "Broken secret" in client.get(screens[0]).content.decode()
