"""“My committees”: what those of a committee find there, and nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone

from meetings.members_page.registry import Offer
from meetings.models import LastLooked, MeetingPage
from meetings.models.joining import PrivateJoinLink
from meetings.models.minutes import Minutes
from partnership.accounts.grants import revoke
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory

MINE = "/my-committees/"


@pytest.fixture
def meeting(tree):
    """A meeting in a week, with a private item and its paper."""
    starts = timezone.now().replace(second=0, microsecond=0) + timedelta(days=7)
    meeting = tree.committee.add_child(
        instance=MeetingPage(
            title="Next board", slug="next", starts_at=starts, ends_at=starts + timedelta(hours=2)
        )
    )
    PrivateJoinLink.objects.create(
        meeting=meeting, url="https://meet.example/part-b", changed_at=timezone.now()
    )
    add_paper(meeting, "Salaries", "Secret salaries")
    return meeting


def add_paper(meeting, item, title, now=None):
    """A private paper that its members have."""
    file = ContentFile(b"%PDF-1.7\n%%EOF\n", f"{item}.pdf")
    document = DocumentFactory(title=title, file=file, is_private=True)
    item = agenda_item(meeting, item, "B", private_reason="It names people.")
    return agenda_paper(item, document, published_at=now or timezone.now())


@pytest.fixture
def member(tree, client):
    member = make_person("committee_members", tree.committee)
    client.force_login(member)
    return member


def read(client) -> str:
    return client.get(MINE).content.decode()


def test_a_member_finds_the_next_meeting_its_private_papers_and_the_way_in(client, meeting, member):
    answer = client.get(MINE)
    text = answer.content.decode()
    assert "Next board" in text
    assert "Secret salaries" in text
    assert f"{meeting.url}join-private/" in text
    assert "meet.example" not in text
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_governance_officer_finds_the_same(client, meeting, tree):
    client.force_login(make_person("governance_officers", tree.committee))
    assert "Secret salaries" in read(client)


@pytest.mark.parametrize("role", ["committee_members", "administrators", "publishers"])
def test_nobody_of_another_committee_finds_any_of_it(client, meeting, tree, role):
    page = tree.other_committee if role == "committee_members" else None
    client.force_login(make_person(role, page))
    text = read(client)
    assert "Secret salaries" not in text
    assert "Next board" not in text
    assert client.post(f"{MINE}{tree.committee.pk}/seen/").status_code == 404


def test_whoever_is_not_signed_in_is_asked_to(client, meeting, tree):
    assert client.get(MINE).url == f"/sign-in/?next={MINE}"
    assert client.post(f"{MINE}{tree.committee.pk}/seen/").status_code == 404


def test_a_membership_that_ended_closes_it_at_the_next_request(client, meeting, member, tree):
    assert "Secret salaries" in read(client)
    revoke(member, "committee_members", tree.committee, None, timezone.now())
    assert "Secret salaries" not in read(client)


def test_it_tells_what_is_new_since_somebody_said_they_had_looked(client, meeting, member, tree):
    assert "From then on you see what is new" in read(client)
    assert not LastLooked.objects.exists()
    client.post(f"{MINE}{tree.committee.pk}/seen/")
    assert "Nothing since you last looked" in read(client)
    add_paper(meeting, "Estates", "Sale of a site")
    meeting.starts_at += timedelta(days=1)
    meeting.ends_at += timedelta(days=1)
    meeting.save_revision().publish()
    text = read(client)
    assert "New paper: Sale of a site" in text
    assert "New paper: Secret salaries" not in text
    assert "New time, not" in text
    client.post(f"{MINE}{tree.committee.pk}/seen/")
    assert "Nothing since you last looked" in read(client)


def test_a_replaced_paper_and_a_cancelled_meeting_are_news(client, meeting, member, tree):
    client.post(f"{MINE}{tree.committee.pk}/seen/")
    document = meeting.agenda_items.get().papers.get().document
    document.versions.create(
        number=2, file="x.pdf", filename="x.pdf", size=1, sha256="0" * 64, uploaded_at=timezone.now()
    )
    MeetingPage.objects.filter(pk=meeting.pk).update(status="cancelled")
    text = read(client)
    assert "Replaced paper: Secret salaries" in text
    assert "Cancelled" in text


def test_draft_minutes_are_news_and_lead_to_their_page(client, meeting, member, tree):
    client.post(f"{MINE}{tree.committee.pk}/seen/")
    Minutes.objects.create(meeting=meeting, part="A")
    assert "minutes" not in read(client)
    Minutes.objects.create(meeting=meeting, part="B", draft_published_at=timezone.now())
    text = read(client)
    assert "New: Draft minutes, private part" in text
    assert f"{meeting.url}minutes-part-b/" in text


def test_other_parts_of_the_section_offer_their_links(client, meeting, member, tree, monkeypatch):
    asked = []

    def pack(user, meetings, now):
        asked.append([user, list(meetings)])
        return {meeting.pk: [Offer("Pack with Part B", "/pack/", now)]}

    monkeypatch.setattr("meetings.members_page.registry._offers", [pack])
    client.post(f"{MINE}{tree.committee.pk}/seen/")
    text = read(client)
    assert 'href="/pack/">Pack with Part B' in text
    assert [user for user, _ in asked] == [member]


def test_it_costs_the_same_however_many_meetings_and_papers(
    client, meeting, member, tree, django_assert_max_num_queries
):
    read(client)
    for number in range(5):
        starts = timezone.now() + timedelta(days=number + 10)
        other = tree.committee.add_child(
            instance=MeetingPage(
                title=f"M {number}", slug=f"m{number}", starts_at=starts, ends_at=starts + timedelta(hours=1)
            )
        )
        add_paper(other, f"Item {number}", f"Paper {number}")
    with django_assert_max_num_queries(25):
        text = read(client)
    assert "Paper 4" in text


def test_the_head_of_every_page_leads_there_for_who_is_signed_in_only(client, meeting, member):
    assert f'href="{MINE}"' in client.get("/").content.decode()
    client.logout()
    assert f'href="{MINE}"' not in client.get("/").content.decode()


def test_an_account_without_a_committee_is_told_so(client, tree):
    client.force_login(get_user_model().objects.create_user("nobody.special"))
    assert "You are not on a committee" in read(client)
