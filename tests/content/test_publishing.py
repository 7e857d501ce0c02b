"""A draft may be incomplete; what goes live may not be, whichever door it goes by."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from documents.models import PublicationPage
from meetings.models import MeetingPage
from partnership.content.readiness import NotReadyToPublishError
from partnership.home.models import StandardPage
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person

PAGE_TYPES = [
    ("home", "standardpage", "home"),
    ("programmes", "ourworkindexpage", "our_work"),
    ("programmes", "programmepage", "our_work"),
    ("programmes", "providercollaborativepage", "our_work"),
    ("programmes", "storypage", "programme"),
    ("documents", "publicationpage", "publications"),
    ("meetings", "committeepage", "meetings"),
    ("meetings", "meetingpage", "committee"),
]
NEEDED = {
    "publicationpage": {
        "Say which organisation publishes it, or owes it.",
        "Write what the publication says, or add its file.",
    },
    "meetingpage": {"This field is required."},
}
# A video without its transcript, as the browser sends it.
INCOMPLETE_VIDEO = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "video",
    "body-0-id": "1",
    "body-0-value-title": "A film about nursing",
    "body-0-value-url": "",
    "body-0-value-upload": "",
    "body-0-value-captions": "",
    "body-0-value-transcript": "null",
    "body-0-value-audio_description": "",
    "body-0-value-described_url": "",
}


@pytest.fixture
def publisher(tree, client):
    person = make_person("publishers")
    client.force_login(person)
    return person


def add_screen(tree, app, model, parent):
    """The address of the screen for a new page."""
    return reverse("wagtailadmin_pages:add", args=[app, model, getattr(tree, parent).pk])


@pytest.mark.parametrize(("app", "model", "parent"), PAGE_TYPES)
def test_a_title_alone_saves_a_draft(tree, client, publisher, app, model, parent):
    url = add_screen(tree, app, model, parent)
    answer = client.post(url, {**form_values(client.get(url)), "title": "Only a title"})
    assert answer.status_code == 302, errors_shown(answer)
    page = Page.objects.get(title="Only a title").specific
    assert not page.live
    assert page._meta.model_name == model


@pytest.mark.parametrize(("app", "model", "parent"), PAGE_TYPES)
@pytest.mark.parametrize("action", ["publish", "submit"])
def test_publishing_and_submitting_ask_for_the_rest_and_keep_what_was_typed(
    tree, client, publisher, app, model, parent, action
):
    url = add_screen(tree, app, model, parent)
    typed = {**form_values(client.get(url)), "title": "Only a title", "summary": "What I typed."}
    answer = client.post(url, {**typed, f"action-{action}": "1"})
    if model not in NEEDED:
        assert answer.status_code == 302, errors_shown(answer)
        return
    assert answer.status_code == 200
    assert not Page.objects.filter(title="Only a title").exists()
    assert form_values(answer)["summary"] == "What I typed."
    # The body's messages are drawn by the browser, from what the page carries for it.
    carried = set(errors_shown(answer)) | {
        words for words in NEEDED[model] if words in answer.content.decode()
    }
    assert NEEDED[model] <= carried


def test_a_draft_keeps_a_block_that_is_not_finished(tree, client, publisher):
    url = reverse("wagtailadmin_pages:edit", args=[tree.about.pk])
    assert client.post(url, {**form_values(client.get(url)), **INCOMPLETE_VIDEO}).status_code == 302
    draft = Page.objects.get(pk=tree.about.pk).get_latest_revision_as_object()
    assert draft.body[0].block_type == "video"


def test_publishing_asks_for_what_a_video_needs(tree, client, publisher):
    url = reverse("wagtailadmin_pages:edit", args=[tree.about.pk])
    answer = client.post(url, {**form_values(client.get(url)), **INCOMPLETE_VIDEO, "action-publish": "1"})
    assert answer.status_code == 200
    assert "A transcript is needed before a video is published." in answer.content.decode()


def test_a_row_is_checked_when_it_is_published(tree, client, publisher):
    url = reverse("wagtailadmin_pages:edit", args=[tree.programme.pk])
    row = {
        "milestones-TOTAL_FORMS": "1",
        "milestones-0-happened_on": "01/03/2024",
        "milestones-0-precision": "month",
        "milestones-0-title": "",
        "milestones-0-description": "Somebody will find a title.",
        "milestones-0-id": "",
        "milestones-0-DELETE": "",
    }
    assert client.post(url, {**form_values(client.get(url)), **row}).status_code == 302
    answer = client.post(url, {**form_values(client.get(url)), "action-publish": "1"})
    assert answer.status_code == 200
    assert errors_shown(answer) == ["This field is required."]


def test_two_lead_providers_are_one_too_many(tree, client, publisher):
    url = reverse("wagtailadmin_pages:edit", args=[tree.collaborative.pk])
    other = tree.trust.__class__.objects.create(name="Hillside NHS Trust", slug="hillside", kind="nhs_trust")
    rows = {"organisation_parts-TOTAL_FORMS": "2"}
    for number, organisation in enumerate((tree.trust, other)):
        rows |= {
            f"organisation_parts-{number}-organisation": str(organisation.pk),
            f"organisation_parts-{number}-part": "lead_provider",
            f"organisation_parts-{number}-description": "Leads.",
            f"organisation_parts-{number}-id": "",
            f"organisation_parts-{number}-ORDER": str(number + 1),
            f"organisation_parts-{number}-DELETE": "",
        }
    for action in ({}, {"action-publish": "1"}):
        answer = client.post(url, {**form_values(client.get(url)), **rows, **action})
        assert answer.status_code == 200
        assert "There can be one lead provider only." in answer.content.decode()
        assert form_values(answer)["organisation_parts-1-description"] == "Leads."


def test_the_next_review_comes_after_the_last(tree, client, publisher):
    url = reverse("wagtailadmin_pages:edit", args=[tree.about.pk])
    dates = {"last_reviewed_on": "02/03/2026", "next_review_on": "01/03/2026"}
    answer = client.post(url, {**form_values(client.get(url)), **dates, "action-publish": "1"})
    assert errors_shown(answer) == ["The next review must be later than the last one."]


def test_an_address_is_made_of_the_title_and_told_apart(tree, client, publisher):
    url = add_screen(tree, "home", "standardpage", "home")
    for _ in range(2):
        client.post(url, {**form_values(client.get(url)), "title": "Care & support"})
        client.post(url, {**form_values(client.get(url)), "title": "支援"})
    slugs = set(tree.home.get_children().values_list("slug", flat=True))
    assert {"care-support", "care-support-2", "page", "page-2"} <= slugs


def test_an_address_of_another_shape_is_refused_beside_its_field(tree, client, publisher):
    url = add_screen(tree, "home", "standardpage", "home")
    answer = client.post(url, {**form_values(client.get(url)), "title": "Care", "slug": "care and support"})
    assert answer.status_code == 200
    assert any("slug" in words.lower() for words in errors_shown(answer))


def incomplete_meeting(tree) -> MeetingPage:
    """A draft of a meeting that lacks its times."""
    meeting = tree.committee.add_child(
        instance=MeetingPage(title="No times yet", slug="no-times", live=False)
    )
    meeting.save_revision(clean=False)
    return meeting


def test_a_draft_that_is_not_ready_is_refused_whoever_asks(tree):
    meeting = incomplete_meeting(tree)
    with pytest.raises(NotReadyToPublishError, match="Say when the meeting starts"):
        meeting.get_latest_revision().publish()
    assert not Page.objects.get(pk=meeting.pk).live


def test_an_unfinished_block_is_refused(tree):
    tree.about.body = json.dumps([{"type": "video", "value": {"title": "", "url": ""}}])
    revision = tree.about.save_revision(clean=False)
    with pytest.raises(NotReadyToPublishError, match="A block lacks something"):
        revision.publish()
    assert len(StandardPage.objects.get(pk=tree.about.pk).body) == 0


def test_publishing_several_says_what_is_not_ready_and_publishes_none(tree, client, publisher):
    meeting = incomplete_meeting(tree)
    ready = tree.home.add_child(instance=StandardPage(title="Ready", slug="ready", live=False))
    ready.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{url}?id={ready.pk}&id={meeting.pk}&next=/admin/", {})
    assert answer.status_code == 302
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "“No times yet” is not published. Starts at: Say when the meeting starts." in said
    assert not Page.objects.filter(pk__in=[meeting.pk, ready.pk], live=True).exists()


def test_publishing_several_below_a_page_asks_too(tree, client, publisher):
    meeting = incomplete_meeting(tree)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{url}?id={tree.committee.pk}&next=/admin/", {"include_descendants": "on"})
    assert answer.status_code == 302
    assert not Page.objects.get(pk=meeting.pk).live


def test_publishing_several_ready_pages_publishes_them(tree, client, publisher):
    ready = tree.home.add_child(instance=StandardPage(title="Ready", slug="ready", live=False))
    ready.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={ready.pk}&next=/admin/", {})
    assert Page.objects.get(pk=ready.pk).live


def test_approving_what_is_not_ready_changes_nothing_and_says_why(tree, client, publisher):
    meeting = incomplete_meeting(tree)
    meeting.get_workflow().start(meeting, publisher)
    task_state = Page.objects.get(pk=meeting.pk).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[meeting.pk, "approve", task_state.pk])
    answer = client.post(url)
    assert answer.status_code == 302
    assert "Say when the meeting starts." in " ".join(str(m) for m in get_messages(answer.wsgi_request))
    after = Page.objects.get(pk=meeting.pk)
    assert not after.live
    assert after.current_workflow_task_state.status == "in_progress"


def test_a_schedule_goes_live_when_its_time_has_come(tree, client, publisher):
    url = add_screen(tree, "documents", "publicationpage", "publications")
    tomorrow = timezone.localtime() + timedelta(days=1)
    typed = {
        **form_values(client.get(url)),
        "title": "Tomorrow's review",
        "state": "awaited",
        "organisation": str(tree.trust.pk),
        "expected_basis": "No date has been given",
        "go_live_at": tomorrow.strftime("%d/%m/%Y %H:%M"),
        "action-publish": "1",
    }
    answer = client.post(url, typed)
    assert answer.status_code == 302, errors_shown(answer)
    page = PublicationPage.objects.get(title="Tomorrow's review")
    assert not page.live
    revision = page.get_latest_revision()
    assert revision.approved_go_live_at
    # A day later, to the site.
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")
    assert PublicationPage.objects.get(pk=page.pk).live


def test_a_schedule_is_refused_to_what_is_not_ready(tree, client, publisher):
    url = add_screen(tree, "meetings", "meetingpage", "committee")
    tomorrow = (timezone.localtime() + timedelta(days=1)).strftime("%d/%m/%Y %H:%M")
    typed = {
        **form_values(client.get(url)),
        "title": "Tomorrow",
        "go_live_at": tomorrow,
        "action-publish": "1",
    }
    answer = client.post(url, typed)
    assert answer.status_code == 200
    assert not Page.objects.filter(title="Tomorrow").exists()


def test_every_script_and_style_of_an_edit_screen_is_there(tree, client, publisher):
    for page in (
        tree.programme,
        tree.collaborative,
        tree.story,
        tree.publication,
        tree.committee,
        tree.meeting,
    ):
        screen = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        for path in re.findall(r'(?:src|href)="/static/([^"?]+)', screen):
            assert finders.find(path), path
