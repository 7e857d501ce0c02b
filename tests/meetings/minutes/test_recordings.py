"""A recording is watched after its meeting, from the item one wants."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.minutes.recordings import publish_recording, withdraw_recording
from meetings.minutes.words import seconds_of, time_code
from meetings.models import Recording
from meetings.models.joining import PrivateJoinLink
from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.indexing import catch_up
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.pages import MeetingPageFactory
from tests.factories.records import DocumentFactory

NOW = timezone.now()


@pytest.fixture
def recording(held):
    """A recording that is complete and not published."""
    return Recording.objects.create(
        meeting=held.meeting,
        url="https://www.youtube.com/watch?v=00000000000",
        captions_checked=True,
        transcript="<p>Good morning, said the chair, and welcome to the rhubarb.</p>",
        time_codes={str(held.quality.pk): 750, str(held.tender.pk): 3000},
        minutes_long=45,
    )


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("12:30", 750),
        ("0:00", 0),
        ("1:05:00", 3900),
        ("90:00", 5400),
        ("12.30", None),
        ("1:75:00", None),
        ("٣:٣٠x", None),
    ],
)
def test_times_are_read_as_people_write_them(typed, seconds):
    assert seconds_of(typed) == seconds


def test_times_are_written_as_players_show_them():
    assert [time_code(seconds) for seconds in (5, 750, 3905)] == ["0:05", "12:30", "1:05:05"]


def test_items_are_watched_from_where_they_begin(client, held, recording):
    assert client.get(f"{held.meeting.url}recording/").status_code == 404
    publish_recording(recording, NOW)
    page = client.get(held.meeting.url).content.decode()
    assert "Watch from 12:30" in page
    assert "https://www.youtube.com/watch?v=00000000000&amp;t=750s" in page
    assert "50:00" not in page
    own = client.get(f"{held.meeting.url}recording/").content.decode()
    assert "welcome to the rhubarb" in own
    assert "iframe" not in own
    joining = client.get(f"{held.meeting.url}join/")
    assert joining.status_code == 410
    assert f"{held.meeting.url}recording/" in joining.content.decode()


def test_taken_back_it_is_gone_with_its_files_and_its_words(client, held, recording):
    recording.transcript_document = DocumentFactory(title="Transcript of autumn")
    recording.save()
    publish_recording(recording, NOW)
    catch_up(Audience())
    assert client.get(recording.transcript_document.url).status_code == 200
    assert find("rhubarb", Audience())[:1][0].url.endswith("/recording/")
    withdraw_recording(recording, "A patient speaks in it.", NOW)
    assert len(find("rhubarb", Audience())) == 0
    assert client.get(f"{held.meeting.url}recording/").status_code == 404
    assert client.get(recording.transcript_document.url).status_code == 404
    assert "Watch from" not in client.get(held.meeting.url).content.decode()


def test_nobody_watches_before_the_public_part_is_over(client, tree):
    to_come = MeetingPageFactory(parent=tree.committee)
    early = Recording.objects.create(
        meeting=to_come, url="https://video.example/1", captions_checked=True, transcript="<p>Words.</p>"
    )
    assert "" in early.publishing_problems(to_come, NOW)
    Recording.objects.filter(pk=early.pk).update(published_at=NOW)
    assert client.get(f"{to_come.url}recording/").status_code == 404


def test_an_officer_keeps_it_and_is_told_what_is_missing(client, held, officer):
    address = reverse("meeting_minutes:recording", args=[held.meeting.pk])
    values = form_values(client.get(address))
    assert f"begins-{held.tender.pk}" not in values
    begins = f"begins-{held.quality.pk}"
    refused = client.post(address, values | {begins: "half past", "url": "nothing"})
    assert refused.status_code == 422
    assert "Write it as 12:30, or as 1:05:00 after an hour." in errors_shown(refused)
    client.post(address, values | {begins: "12:30", "url": "https://video.example/1"})
    assert Recording.objects.get().time_codes == {str(held.quality.pk): 750}
    publish = reverse("meeting_minutes:publish_recording", args=[held.meeting.pk])
    told = client.post(publish, follow=True).content.decode()
    assert "A transcript is needed" in told
    assert Recording.objects.get().published_at is None


def test_the_link_of_a_private_part_is_refused(client, held, officer):
    PrivateJoinLink.objects.create(
        meeting=held.meeting, url="https://video.example/secret", changed_at=timezone.now()
    )
    address = reverse("meeting_minutes:recording", args=[held.meeting.pk])
    values = form_values(client.get(address)) | {"url": "https://VIDEO.example/secret/"}
    assert "This is the link of a private part." in errors_shown(client.post(address, values))[0]
    assert not Recording.objects.exists()
