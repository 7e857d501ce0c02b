"""When the public may join a meeting, and that the link itself is nowhere to be read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from meetings.joining.gate import Joining
from meetings.models import MeetingPage, PrivateJoinLink
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

# 29 March 2026: clocks go forward at 1am. Part A is from 9am to 9.45am in London, which is 8am to 8.45am in UTC.
START = datetime(2026, 3, 29, 8, 0, tzinfo=UTC)
A_END, END = START + timedelta(minutes=45), START + timedelta(hours=3)


def meeting(**facts) -> MeetingPage:
    """A meeting with a Part B after its Part A."""
    given = {
        "status": "planned",
        "join_url": "https://meet.example/a",
        "join_from": START - timedelta(days=5),
    }
    return MeetingPage(starts_at=START, ends_at=END, **({"private_starts_at": A_END} | given | facts))


@pytest.mark.parametrize(
    ("now", "facts", "joining"),
    [
        (START - timedelta(days=5, seconds=1), {}, Joining.NOT_YET),
        (START - timedelta(days=5), {}, Joining.OPEN),
        (A_END - timedelta(seconds=1), {}, Joining.OPEN),
        (A_END, {}, Joining.OVER),
        (A_END + timedelta(minutes=5), {"private_starts_at": None}, Joining.OPEN),
        (A_END, {"private_starts_at": None, "part_ends_at": A_END}, Joining.OVER),
        (START, {"join_url": ""}, Joining.NO_LINK),
        (START, {"status": "cancelled"}, Joining.OFF),
        (START, {"status": "postponed"}, Joining.OFF),
        (START, {"status": "moved"}, Joining.OFF),
        (START, {"status": "adjourned"}, Joining.OVER),
        (END, {}, Joining.OVER),
    ],
)
def test_the_gate_is_open_from_the_time_set_until_part_a_ends(db, now, facts, joining):
    assert meeting(**facts).joining_at(now) == joining


def test_by_itself_it_opens_when_papers_are_published(home):
    without = MeetingPageFactory(join_from=None)
    with_papers = MeetingPageFactory(join_from=None, papers=["A report"])
    assert without.joining_at(timezone.now()) == Joining.NOT_YET
    assert with_papers.joining_at(timezone.now()) == Joining.OPEN


def test_the_address_here_leads_on_and_is_kept_by_nobody(home, client):
    answer = client.get(MeetingPageFactory().join_address)
    assert (answer.status_code, answer["Location"]) == (302, "https://meet.example/part-a")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("facts", "status"),
    [({"over": True}, 410), ({"cancelled": True}, 410), ({"join_url": ""}, 404), ({"draft": True}, 404)],
    ids=str,
)
def test_the_address_here_leads_nowhere_else(home, client, facts, status):
    answer = client.get(MeetingPageFactory(**facts).join_address)
    assert answer.status_code == status
    assert "meet.example" not in answer.content.decode()


PRIVATE = "https://meet.example/members-only"


def give_private_link(page, url=PRIVATE):
    return PrivateJoinLink.objects.create(meeting=page, url=url, changed_at=timezone.now())


def test_the_link_of_part_b_is_for_members_alone(tree, client):
    page = MeetingPageFactory(parent=tree.committee, private_label="Part B")
    give_private_link(page)
    address = f"{page.url}join-private/"
    for person in (
        None,
        make_person("administrators"),
        make_person("committee_members", tree.other_committee, "x"),
    ):
        if person:
            client.force_login(person)
        assert client.get(address).status_code == 404
        assert "join-private" not in client.get(page.url).content.decode()
    client.force_login(make_person("committee_members", tree.committee))
    shown = client.get(page.url)
    assert address in shown.content.decode()
    assert PRIVATE not in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert client.get(address)["Location"] == PRIVATE


@pytest.mark.parametrize("action", ["action-publish", ""])
def test_the_link_of_part_b_is_refused_for_part_a_in_a_draft_too(tree, client, action):
    give_private_link(tree.meeting)
    page = MeetingPageFactory(parent=tree.committee)
    client.force_login(make_person("governance_officers", tree.committee))
    url = f"/admin/pages/{page.pk}/edit/"
    typed = {"join_url": "https://MEET.example:443/members%2Donly/?utm_source=mail"}
    answer = client.post(url, {**form_values(client.get(url)), **typed, **({action: "1"} if action else {})})
    assert "This is the link of a private part" in " ".join(errors_shown(answer))
    assert "join_url" in MeetingPage(join_url=PRIVATE).publishing_problems({})
