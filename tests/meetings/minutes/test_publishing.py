"""Minutes go from draft to approved; the draft stays as it was, and what was taken back is gone at once."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, ValidationError

from meetings.minutes.publishing import approve, publish, release, withdraw
from meetings.models import MeetingPage, Minutes, PublicNotice
from meetings.running import on_another_date
from partnership.alerts.models import Event
from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.indexing import catch_up
from tests.factories.minutes import reword
from tests.factories.people import make_person

DRAFTED_AT = datetime(2023, 10, 6, 9, 0, tzinfo=UTC)
APPROVED_AT = datetime(2023, 11, 30, 9, 0, tzinfo=UTC)


def words(client, url: str) -> str:
    """What a page says, in one line."""
    answer = client.get(url)
    assert answer.status_code == 200, url
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def draft_and_approve(held) -> None:
    """Publish the draft, correct a number in it, and approve it at the later meeting."""
    publish(held.minutes, None, DRAFTED_AT)
    reword(held.minutes, held.figures, "<p>There were 12 visits.</p>")
    approve(held.minutes, None, APPROVED_AT, held.later, date(2023, 11, 29), "A number was put right.")


def test_what_is_only_written_is_nobody_elses(client, held):
    assert client.get(f"{held.meeting.url}minutes/").status_code == 404
    assert "Minutes and recording" not in words(client, held.meeting.url)


def test_a_draft_is_read_item_by_item_and_marked(client, held):
    publish(held.minutes, None, DRAFTED_AT)
    answer = client.get(f"{held.meeting.url}minutes/")
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.h1.text == "Minutes (draft)"
    assert soup.find(id="item-1").name == "h2"
    assert soup.find(id="item-1.1").name == "h3"
    assert "There were 21 visits." in soup.main.text
    assert "Draft: no meeting has approved these minutes yet" in soup.main.text
    assert "Marmalade" not in answer.content.decode()
    page = words(client, held.meeting.url)
    assert "Minutes (draft)" in page
    assert "Draft minutes" in words(client, held.tree.committee.url)
    # Until they are approved, the draft's own address leads to it.
    assert client.get(f"{held.meeting.url}minutes/draft/").url == f"{held.meeting.url}minutes/"


def test_the_draft_stays_as_it_was_and_both_meetings_link_to_each_other(client, held):
    draft_and_approve(held)
    address = f"{held.meeting.url}minutes/"
    assert "There were 12 visits." in words(client, address)
    draft = words(client, f"{address}draft/")
    assert "There were 21 visits." in draft
    assert "Draft, later approved on 29 November 2023" in draft
    for url in (address, held.meeting.url):
        assert held.later.url in client.get(url).content.decode()
    approving = words(client, held.later.url)
    assert "Minutes of Autumn meeting" in approving
    assert "Approved at this meeting" in approving
    assert "Approved minutes" in words(client, held.tree.committee.url)


def test_draft_and_approved_are_compared_item_by_item(client, held):
    draft_and_approve(held)
    soup = BeautifulSoup(client.get(f"{held.meeting.url}minutes/changes/").content, "html.parser")
    changed = soup.find(id="item-1.1").parent
    assert "21" in changed.find("del").text
    assert "12" in changed.find("ins").text
    assert "Nothing was changed here." in soup.find(id="item-1").parent.text
    assert "A number was put right." in soup.main.text


def test_a_correction_after_approval_is_an_edition_of_its_own(client, held):
    draft_and_approve(held)
    reword(held.minutes, held.quality, "<p>The report was agreed.</p>")
    publish(held.minutes, None, APPROVED_AT, "Agreed, and not noted.")
    address = f"{held.meeting.url}minutes/"
    page = words(client, address)
    assert "Approved on 29 November 2023" in page
    assert "What has changed: Agreed, and not noted." in page
    assert "noted by all" in words(client, f"{address}edition-2/")
    assert "removed:" in words(client, f"{address}edition-2/changes/")
    for way in (
        "edition-9/",
        "edition-0/",
        "edition-2/nothing/",
        "edition-3/changes/",
        "nothing/",
        "draft/x/",
    ):
        assert client.get(address + way).status_code == 404, way


def test_an_edition_is_never_changed(held):
    edition = publish(held.minutes, None, DRAFTED_AT)
    edition.opening = "<p>Another opening.</p>"
    with pytest.raises(ValidationError):
        edition.save()


def test_taken_back_they_are_gone_with_every_edition_and_out_of_the_search(client, held):
    draft_and_approve(held)
    catch_up(Audience())
    assert len(find("visits", Audience())) == 1
    withdraw(held.minutes, "They named a patient.", APPROVED_AT)
    assert len(find("visits", Audience())) == 0
    address = f"{held.meeting.url}minutes/"
    for way in ("", "draft/", "changes/", "edition-1/"):
        answer = client.get(address + way)
        assert answer.status_code == 410
        assert "They named a patient." in answer.content.decode()
        assert "visits" not in answer.content.decode()
    assert "Minutes and recording" not in words(client, held.meeting.url)
    assert "Minutes taken back" in words(client, held.meeting.url)
    reword(held.minutes, held.figures, "<p>There were some visits.</p>")
    publish(held.minutes, None, APPROVED_AT, "A name is left out.")
    assert "There were some visits." in words(client, address)
    assert client.get(f"{address}draft/").status_code == 404
    assert "12 visits" not in words(client, address)


def test_the_search_opens_the_item(client, held):
    publish(held.minutes, None, DRAFTED_AT)
    catch_up(Audience())
    (hit,) = find("visits", Audience())[:10]
    assert hit.url.endswith("/minutes/#item-1.1")
    assert hit.place == "item 1.1"
    MeetingPage.objects.get(pk=held.meeting.pk).unpublish()
    assert len(find("visits", Audience())) == 0


def test_notice_is_proved_and_followers_are_told_once(client, held):
    now = held.meeting.ends_at.replace(month=10, day=20)
    publish(held.minutes, None, now, "The clerk was ill.")
    notice = PublicNotice.objects.get(meeting=held.meeting)
    assert (notice.kind, notice.at) == (PublicNotice.Kind.DRAFT_MINUTES, now)
    page = words(client, held.meeting.url)
    assert "17 working days after the meeting" in page
    assert "late: The clerk was ill." in page
    (event,) = Event.objects.filter(subject__startswith="Draft minutes are published")
    assert event.url.endswith("/minutes/")


def test_the_private_part_is_read_by_the_committee_alone_until_it_is_released(client, held):
    publish(held.private, None, DRAFTED_AT)
    catch_up(Audience())
    address = f"{held.meeting.url}minutes-part-b/"
    assert not PublicNotice.objects.exists()
    assert not Event.objects.exists()
    assert len(find("marmalade", Audience())) == 0
    elsewhere = make_person("committee_members", held.tree.other_committee, "elsewhere")
    for person in (None, elsewhere, make_person("administrators")):
        if person:
            client.force_login(person)
        for way in ("", "draft/", "changes/", "edition-1/"):
            assert client.get(address + way).status_code == 404
        assert "minutes-part-b" not in client.get(held.meeting.url).content.decode()
    client.force_login(make_person("committee_members", held.tree.committee))
    answer = client.get(address)
    assert "Marmalade costs nine pounds." in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "minutes-part-b" in client.get(held.meeting.url).content.decode()
    client.logout()
    release(held.private, "The contract is signed.", APPROVED_AT)
    page = words(client, address)
    assert "Marmalade costs nine pounds." in page
    assert "The contract is signed." in page
    assert "no-store" not in client.get(address).get("Cache-Control", "")


def test_minutes_go_neither_with_a_copy_nor_with_their_meeting(held):
    publish(held.minutes, None, DRAFTED_AT)
    copy = on_another_date(held.meeting, held.later.starts_at, held.later.ends_at, None)
    assert not Minutes.objects.filter(meeting=copy).exists()
    with pytest.raises(PermissionDenied):
        held.meeting.delete()


def test_a_closed_page_closes_its_minutes(client, held):
    publish(held.minutes, None, DRAFTED_AT)
    held.meeting.view_restrictions.create(restriction_type="login")
    for way in ("", "edition-1/"):
        answer = client.get(f"{held.meeting.url}minutes/{way}")
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in/")
