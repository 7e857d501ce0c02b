"""A governance officer says what only people know; the page shows it, and followers are told once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaPaper, MeetingPage
from partnership.alerts.models import Event
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person


@pytest.fixture
def officer(tree, client):
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


@pytest.fixture
def coming(tree):
    return MeetingPageFactory(
        parent=tree.committee, title="Board, Wednesday 27 September 2090", papers=["Report"]
    )


@pytest.fixture
def under_way(tree):
    return MeetingPageFactory(parent=tree.committee, in_progress=True)


def act(client, meeting, action, **typed):
    """Send an action's form."""
    return client.post(reverse("act_on_meeting", args=[meeting.pk, action]), typed)


def told() -> list[str]:
    """The subjects of what followers are told."""
    return list(Event.objects.order_by("happened_at").values_list("subject", flat=True))


def test_a_cancelled_meeting_keeps_its_page_and_followers_are_told_once(tree, client, officer, coming):
    assert act(client, coming, "cancel", reason="Too few can come.").status_code == 302
    page = MeetingPage.objects.get(pk=coming.pk)
    assert (page.status, page.live, page.status_reason) == ("cancelled", True, "Too few can come.")
    assert told() == [f"Cancelled: {coming.title}"]
    event = Event.objects.get()
    assert (event.kind, event.object_id) == ("committee", str(tree.committee.pk))
    assert "meet.example" not in event.text
    page.save_revision().publish()
    act(client, coming, "cancel", reason="Again.")
    assert len(told()) == 1
    assert "Too few can come." in client.get(coming.url).content.decode()


def test_a_reason_is_asked_for_and_nothing_happens_without(tree, client, officer, coming):
    for action in ("cancel", "postpone"):
        answer = act(client, coming, action, reason=" ")
        assert answer.status_code == 200
        assert "This field is required." in answer.content.decode()
    assert MeetingPage.objects.get(pk=coming.pk).status == "planned"
    assert not told()


def test_somebody_elses_draft_keeps_its_words_and_is_not_published(tree, client, officer, coming):
    draft = MeetingPage.objects.get(pk=coming.pk)
    draft.summary = "Words nobody has approved."
    draft.save_revision()
    act(client, coming, "postpone", reason="The chair is ill.")
    page = MeetingPage.objects.get(pk=coming.pk)
    assert (page.status, page.summary, page.has_unpublished_changes) == ("postponed", "", True)
    latest = page.get_latest_revision_as_object()
    assert (latest.status, latest.summary) == ("postponed", "Words nobody has approved.")


def test_a_moved_meeting_keeps_its_page_and_date_and_links_both_ways(tree, client, officer, coming):
    act(client, coming, "move", starts_at="11/10/2090 14:00", reason="Another board meets then.")
    old = MeetingPage.objects.get(pk=coming.pk)
    new = old.successor
    assert (old.status, old.starts_at, new.live, new.status) == ("moved", coming.starts_at, True, "planned")
    assert new.title == "Board, Wednesday 11 October 2090"
    assert new.starts_at.isoformat() == "2090-10-11T13:00:00+00:00"
    assert new.ends_at - new.starts_at == timedelta(minutes=45)
    assert new.join_url == old.join_url
    assert new.url in client.get(old.url).content.decode()
    assert old.url in client.get(new.url).content.decode()
    # Its agenda comes along, to be published anew, and the old page keeps its own.
    assert [paper.published_at for paper in AgendaPaper.objects.filter(item__meeting=new)] == [None]
    assert AgendaPaper.objects.public().filter(item__meeting=old).count() == 1
    assert told() == [f"Moved: {coming.title}"]
    assert "Wednesday 11 October 2090, 2pm to 2.45pm" in Event.objects.get().text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"starts_at": "01/01/2020 09:00", "reason": "x"}, "This time is over"),
        ({"starts_at": "01/01/2091 09:00", "ends_at": "01/01/2091 08:00", "reason": "x"}, "must end after"),
        ({"starts_at": "nonsense", "reason": "x"}, "Enter a valid date"),
    ],
)
def test_says_what_is_wrong_with_a_new_date(tree, client, officer, coming, typed, words):
    assert words in act(client, coming, "move", **typed).content.decode()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"status": "held"}, "Held"),
        ({"status": "inquorate", "reason": "Two were ill."}, "too few members were there"),
        ({"status": "abandoned", "reason": "A fire alarm."}, "was abandoned"),
        (
            {"status": "adjourned", "reason": "Time.", "resumes_at": "02/01/2091 09:00"},
            "goes on on 2 January 2091",
        ),
    ],
)
def test_what_came_of_a_meeting_is_recorded_and_shown(tree, client, officer, under_way, typed, shown):
    assert act(client, under_way, "outcome", **typed).status_code == 302
    text = client.get(under_way.url).content.decode()
    assert shown in text.replace("Tuesday ", "")
    assert f'href="{under_way.join_address}"' not in text


@pytest.mark.parametrize("typed", [{"status": "inquorate"}, {"status": "adjourned", "reason": "Time."}, {}])
def test_an_outcome_asks_for_what_it_needs(tree, client, officer, under_way, typed):
    assert act(client, under_way, "outcome", **typed).status_code == 200
    assert MeetingPage.objects.get(pk=under_way.pk).status == "planned"


def test_actions_are_offered_as_the_meeting_stands_and_to_its_own_officers(
    tree, client, officer, coming, under_way
):
    run = client.get(reverse("run_meeting", args=[coming.pk])).content.decode()
    assert "cancel/" in run
    assert "outcome/" not in run
    assert "outcome/" in client.get(reverse("run_meeting", args=[under_way.pk])).content.decode()
    # A meeting that has begun is not called off any more.
    assert act(client, under_way, "cancel", reason="x").status_code == 302
    assert MeetingPage.objects.get(pk=under_way.pk).status == "planned"
    elsewhere = MeetingPageFactory(parent=tree.other_committee)
    assert client.get(reverse("run_meeting", args=[elsewhere.pk])).status_code in (302, 403)
    act(client, elsewhere, "cancel", reason="x")
    assert MeetingPage.objects.get(pk=elsewhere.pk).status == "planned"


def test_a_duplicate_is_a_draft_without_link_and_papers(tree, client, officer, coming):
    act(client, coming, "duplicate", starts_at="25/10/2090 09:00")
    new = MeetingPage.objects.get(slug="2090-10-25")
    assert (new.live, new.join_url, new.part_label) == (False, "", coming.part_label)
    assert not told()


def test_another_link_or_time_is_told_and_the_same_one_spelt_otherwise_is_not(tree, coming):
    def publish(**facts):
        page = MeetingPage.objects.get(pk=coming.pk)
        for name, value in facts.items():
            setattr(page, name, value)
        page.save_revision().publish()

    publish(join_url="https://MEET.example/part-a/?utm_source=mail")
    assert not told()
    publish(join_url="https://meet.example/other")
    publish(starts_at=coming.starts_at + timedelta(minutes=15))
    assert told() == [f"New link to join: {coming.title}", f"New time: {coming.title}"]


def test_a_new_meeting_is_told_when_it_is_published_and_an_old_one_written_up_is_not(tree):
    draft = MeetingPageFactory(parent=tree.committee, draft=True)
    past = MeetingPageFactory(parent=tree.committee, draft=True, held=True)
    for page in (draft, past):
        page.save_revision().publish()
    assert told() == [f"New meeting: {draft.title}"]


def test_the_next_meeting_leaves_out_what_is_off(tree):
    now = timezone.now()
    ahead = [
        MeetingPageFactory(parent=tree.committee, starts_at=now + timedelta(days=days))
        for days in range(1, 5)
    ]
    for page, status in zip(ahead, ("cancelled", "moved", "postponed"), strict=False):
        MeetingPage.objects.filter(pk=page.pk).update(status=status)
    assert MeetingPage.objects.next(now) == ahead[3]
    assert MeetingPage.objects.all().called_off_before(ahead[3], now) == ahead[0]
    MeetingPage.objects.filter(pk=ahead[3].pk).update(status="cancelled")
    assert MeetingPage.objects.next(now) is None
    running = MeetingPageFactory(parent=tree.committee, in_progress=True)
    assert MeetingPage.objects.next(timezone.now()) == running
