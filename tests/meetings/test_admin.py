"""The screens on which meetings are kept."""

import pytest
from django.urls import reverse

from meetings.models import MeetingPage
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person


@pytest.fixture
def governance_officer(tree, client):
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


def add_screen(committee):
    """The address of the screen for a new meeting."""
    return reverse("wagtailadmin_pages:add", args=["meetings", "meetingpage", committee.pk])


def publish(client, url, **typed):
    """Fill in the screen and publish."""
    return client.post(url, {**form_values(client.get(url)), **typed, "action-publish": "1"})


MEETING = {
    "title": "Wednesday 27 September 2023",
    "starts_at": "27/09/2023 09:00",
    "ends_at": "27/09/2023 09:45",
    "part_label": "Common Part A",
}


def test_a_meeting_is_published_in_london_time(tree, client, governance_officer):
    assert publish(client, add_screen(tree.committee), **MEETING).status_code == 302
    meeting = MeetingPage.objects.get(title=MEETING["title"])
    assert meeting.live
    assert meeting.starts_at.isoformat() == "2023-09-27T08:00:00+00:00"
    assert meeting.slug == "wednesday-27-september-2023"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"ends_at": "27/09/2023 08:00"}, "The meeting must end after it starts."),
        ({"status": "cancelled"}, "Say in public why the meeting is cancelled."),
        ({"join_url": "teams"}, "Enter a valid URL."),
    ],
)
def test_says_what_is_wrong_with_a_meeting_and_keeps_what_was_typed(
    tree, client, governance_officer, typed, words
):
    answer = publish(client, add_screen(tree.committee), **(MEETING | typed))
    assert answer.status_code == 200
    assert words in " ".join(errors_shown(answer))
    assert form_values(answer)["part_label"] == "Common Part A"


def test_the_meetings_of_another_committee_are_not_theirs_to_add(tree, client, governance_officer):
    assert client.get(add_screen(tree.other_committee)).status_code == 302


def test_the_listing_filters_by_committee_and_status(tree, client):
    client.force_login(make_person("publishers"))
    url = reverse("meeting_listing:index")
    assert tree.meeting.title in client.get(url, {"committee": tree.committee.pk}).content.decode()
    assert tree.meeting.title not in client.get(url, {"committee": tree.other_committee.pk}).content.decode()
    assert tree.meeting.title not in client.get(url, {"status": "cancelled"}).content.decode()
    assert tree.meeting.title in client.get(url, {"starts_at_from": "2023-09-01"}).content.decode()
    assert tree.meeting.title not in client.get(url, {"starts_at_to": "2023-09-01"}).content.decode()


def test_the_listing_costs_as_much_with_many_meetings(tree, client, django_assert_max_num_queries):
    client.force_login(make_person("publishers"))
    url = reverse("meeting_listing:index")
    client.get(url)
    with django_assert_max_num_queries(40) as few:
        client.get(url)
    for number in range(15):
        tree.committee.add_child(
            instance=MeetingPage(
                title=f"Meeting {number}",
                slug=f"m-{number}",
                starts_at=tree.meeting.starts_at,
                ends_at=tree.meeting.ends_at,
            )
        )
    with django_assert_max_num_queries(len(few)):
        client.get(url)
