"""The calendars that people subscribe to, read back with another library than the one that wrote them."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from meetings.models import CalendarEntry, CommitteeMember, MeetingPage
from tests.factories.pages import CommitteePageFactory, MeetingPageFactory

TITLE = "Board; its plans, and more"


def one(events):
    (event,) = events.values()
    return event


def test_a_meeting_stands_there_with_its_public_facts(published, republish, events):
    republish(
        published,
        venue="Trinity House\n1 Example Road, London",
        ends_at=published.starts_at + timedelta(hours=2),
        private_label="Part B",
        private_starts_at=published.starts_at + timedelta(hours=1),
    )
    event = events()[TITLE]
    assert event.uid.value == str(published.translation_key)
    assert event.dtstart.value == published.starts_at
    # The private part is none of a calendar's business: the event ends with the public one.
    assert event.dtend.value == published.starts_at + timedelta(hours=1)
    assert event.location.value == "Trinity House, 1 Example Road, London"
    assert event.status.value == "CONFIRMED"
    assert event.url.value.endswith(published.url)
    assert "Part B" not in event.description.value
    assert not hasattr(event, "organizer")


def test_it_is_a_calendar_as_programmes_want_it(client, published):
    response = client.get(reverse("calendar"))
    text = response.content.decode()
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert text.startswith("BEGIN:VCALENDAR\r\nPRODID:")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "Board\\; its plans\\, and more" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text
    assert "X-PUBLISHED-TTL:PT1H" in text
    assert "Set-Cookie" not in response.headers
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("starts_at", "in_london"),
    [
        (datetime(2026, 3, 29, 8, tzinfo=UTC), "20260329T090000"),
        (datetime(2026, 3, 28, 9, tzinfo=UTC), "20260328T090000"),
        (datetime(2026, 10, 25, 9, tzinfo=UTC), "20261025T090000"),
        (datetime(2026, 10, 24, 8, tzinfo=UTC), "20261024T090000"),
        (datetime(2090, 9, 27, 8, tzinfo=UTC), "20900927T090000"),
    ],
)
def test_it_is_nine_oclock_in_london_on_days_when_clocks_change_and_long_after(
    tree, client, starts_at, in_london
):
    meeting = MeetingPageFactory(parent=tree.committee, title="Early", slug="early", starts_at=starts_at)
    path = reverse("calendar_of_meeting", args=[meeting.translation_key])
    text = client.get(path).content.decode()
    assert f"DTSTART;TZID=Europe/London:{in_london}" in text
    # By the file's own rules of when clocks change.
    read = vobject.readOne(text)
    assert read.vevent.dtstart.value.astimezone(UTC) == starts_at


def test_its_name_and_number_survive_a_new_title_and_address(published, republish, events):
    before = one(events())
    again = republish(published, title="Renamed", slug="elsewhere")
    event = events()["Renamed"]
    assert event.uid.value == before.uid.value == str(again.translation_key)
    assert int(event.sequence.value) == 1


def test_its_number_rises_only_when_a_calendar_shows_something_else(published, republish, events):
    assert one(events()).sequence.value == "0"
    republish(published, summary="Said better.", body=[("paragraph", "<p>More.</p>")])
    republish(published, join_url="https://meet.example/another")
    assert one(events()).sequence.value == "0"
    changed = CalendarEntry.objects.get().changed_at
    republish(published, venue="Elsewhere")
    event = one(events())
    assert event.sequence.value == "1"
    assert event.last_modified.value >= changed.replace(microsecond=0)


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved"])
def test_what_is_off_says_so_and_stays(tree, published, republish, events, status):
    facts = {"status": status, "status_reason": "Too few can come."}
    if status == "moved":
        facts["successor"] = MeetingPageFactory(
            parent=tree.committee, title="New date", slug="new", starts_at=datetime(2091, 1, 3, 9, tzinfo=UTC)
        )
    republish(published, **facts)
    event = events()[f"{status.capitalize()}: {TITLE}"]
    assert event.status.value == "CANCELLED"
    assert event.sequence.value == "1"
    assert "Too few can come." in event.description.value
    assert ("Wednesday 3 January 2091" in event.description.value) == (status == "moved")


def test_what_was_public_and_is_taken_down_is_cancelled_in_none_of_its_own_words(
    published, republish, events
):
    published.unpublish()
    event = one(events())
    assert event.summary.value == "Cancelled: meeting of Board"
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert event.uid.value == str(published.translation_key)
    assert TITLE not in event.serialize()
    republish(published)
    back = events()[TITLE]
    assert (back.status.value, back.sequence.value) == ("CONFIRMED", "2")


def test_a_deleted_meeting_is_cancelled_too(published, events):
    published.delete()
    assert one(events()).status.value == "CANCELLED"


def test_nothing_is_told_of_drafts_of_what_is_closed_and_of_a_committee_that_is_gone(tree, published, events):
    MeetingPageFactory(parent=tree.other_committee, title="Draft", slug="draft", live=False)
    closed = PageViewRestriction.objects.create(page=published, restriction_type="login")
    assert events() == {}
    published.unpublish()
    assert events() == {}
    closed.delete()
    tree.committee.unpublish()
    assert events() == {}


def test_what_is_over_stays_for_a_year(tree, events):
    now = timezone.now()
    for days in (300, 400):
        MeetingPageFactory(
            parent=tree.committee,
            title=f"{days} days ago",
            slug=f"ago-{days}",
            starts_at=now - timedelta(days=days),
            cancelled=True,
        )
    assert set(events()) == {"Cancelled: 300 days ago"}


class JoiningTests:
    def test_only_our_own_address_and_only_while_the_gate_is_open(self, published, republish, events):
        address = f"http://127.0.0.1:8000{published.url}join/"
        told = one(events()).description.value
        assert address in told
        assert "meet.example" not in told
        republish(published, join_from=timezone.now() + timedelta(days=1))
        assert "join/" not in one(events()).description.value

    def test_without_a_time_of_its_own_it_opens_with_the_papers(self, tree, events):
        facts = {"parent": tree.committee, "join_from": None}
        MeetingPageFactory(title="Without", slug="without", **facts)
        MeetingPageFactory(title="With", slug="with", papers=["Report"], **facts)
        found = events()
        assert "join/" in found["With"].description.value
        assert "join/" not in found["Without"].description.value


class WhoseTests:
    def test_a_committee_an_organisation_and_one_meeting_have_their_own(self, tree, published, events):
        MeetingPageFactory(parent=tree.other_committee, title="Money", slug="money")
        CommitteeMember.objects.create(committee=tree.other_committee, organisation=tree.trust)
        assert set(events()) == {TITLE, "Money"}
        assert set(events(reverse("calendar_of_committee", args=[tree.committee.pk]))) == {TITLE}
        assert set(events(reverse("calendar_of_organisation", args=[tree.trust.pk]))) == {"Money"}
        assert set(events(reverse("calendar_of_meeting", args=[published.translation_key]))) == {TITLE}

    def test_who_sits_twice_is_told_once(self, tree, events):
        for committee in (tree.committee, CommitteePageFactory(title="More")):
            CommitteeMember.objects.create(committee=committee, organisation=tree.trust)
            MeetingPageFactory(parent=committee, title=f"Of {committee}")
        found = events(reverse("calendar_of_organisation", args=[tree.trust.pk]))
        assert set(found) == {"Of Board", "Of More"}

    @pytest.mark.parametrize("key", ["0", "x", "9" * 18, "9" * 5000])
    def test_there_is_none_of_what_there_is_not(self, client, home, key):
        assert client.get(f"/calendars/committees/{key}.ics").status_code == 404
        assert client.get(f"/calendars/organisations/{key}.ics").status_code == 404


def test_who_has_it_already_is_told_in_a_line(client, published, republish):
    path = reverse("calendar")
    first = client.get(path)
    assert first["Last-Modified"]
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    republish(published, title="Another")
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    # What was taken away makes no date later, so a date alone is never enough.
    date_alone = client.get(path, headers={"if-modified-since": again["Last-Modified"]})
    assert date_alone.status_code == 200


def test_an_empty_calendar_is_one(client, home):
    response = client.get(reverse("calendar"))
    assert vobject.readOne(response.content.decode()).name == "VCALENDAR"


def test_a_meeting_without_times_is_left_out(tree, events):
    meeting = MeetingPageFactory(parent=tree.committee, title="When?")
    MeetingPage.objects.filter(pk=meeting.pk).update(starts_at=None)
    assert events() == {}
