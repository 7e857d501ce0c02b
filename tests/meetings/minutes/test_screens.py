"""The screens on which minutes are written, published and approved."""

import json

import pytest
from django.urls import reverse

from meetings.minutes.publishing import publish
from meetings.models import MinutedItem, Minutes, MinutesEdition
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

from .test_publishing import DRAFTED_AT


def at(name: str, held, part: str = "A") -> str:
    """The address of one of the screens."""
    return reverse(f"meeting_minutes:{name}", args=[held.meeting.pk, part])


def typed(words: str) -> str:
    """A paragraph as the editor sends it."""
    block = {
        "key": "a",
        "text": words,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [block], "entityMap": {}})


def test_the_whole_way_from_writing_to_approval(client, held, officer):
    Minutes.objects.all().delete()
    screen = client.get(at("minutes", held))
    assert "Figures of the quarter" in screen.content.decode()
    assert "Marmalade" not in screen.content.decode()
    values = form_values(screen) | {f"item-{held.quality.pk}": typed("All noted it.")}
    assert client.post(at("minutes", held), values).status_code == 302
    assert MinutedItem.objects.get(item=held.quality).text.endswith("All noted it.</p>")
    assert "All noted it." in client.get(at("preview", held)).content.decode()
    client.post(at("publish", held), {"note": ""})
    refused = client.post(at("approve", held), {"meeting": "", "approved_on": ""})
    assert refused.status_code == 422
    assert errors_shown(refused) == ["Choose the meeting that approved them, or give the date."]
    client.post(at("approve", held), {"meeting": held.later.pk, "note": "Nothing."})
    minutes = Minutes.objects.get(part="A")
    assert (minutes.approved_at_meeting_id, str(minutes.approved_on)) == (held.later.pk, "2023-11-29")
    assert [edition.status for edition in minutes.editions.all()] == ["draft", "approved"]
    for address in (reverse("meeting_listing:index"), reverse("run_meeting", args=[held.meeting.pk])):
        assert "Approved minutes" in client.get(address).content.decode()
    again = client.post(at("publish", held), {"note": "Nothing new."}, follow=True)
    assert "Readers have what is saved already." in again.content.decode()
    refused = client.post(at("publish", held), {"note": ""})
    assert "say for readers what you have corrected" in errors_shown(refused)[0]


def test_only_later_meetings_of_the_same_committee_can_approve(client, held, officer):
    early = MeetingPageFactory(
        parent=held.tree.committee, starts_at=held.meeting.starts_at.replace(year=2022)
    )
    to_come = MeetingPageFactory(parent=held.tree.committee)
    elsewhere = MeetingPageFactory(
        parent=held.tree.other_committee, held=True, starts_at=held.later.starts_at
    )
    publish(held.minutes, officer, DRAFTED_AT)
    for meeting in (early, to_come, elsewhere, held.meeting):
        assert client.post(at("approve", held), {"meeting": meeting.pk}).status_code == 422
    assert client.post(at("approve", held), {"meeting": "x" * 400}).status_code == 422
    assert not Minutes.objects.get(pk=held.minutes.pk).is_approved


def test_who_saves_after_somebody_else_is_told_and_loses_nothing(client, held, officer):
    values = form_values(client.get(at("minutes", held)))
    client.post(at("minutes", held), values | {"opening": typed("Theirs.")})
    late = client.post(at("minutes", held), values | {"opening": typed("Mine.")})
    assert late.status_code == 422
    assert "Somebody saved these minutes after you opened them" in late.content.decode()
    assert "Mine." in late.content.decode()
    assert "Theirs." in Minutes.objects.get(pk=held.minutes.pk).opening


@pytest.mark.parametrize("name", ["minutes", "preview", "publish", "approve", "withdraw", "release"])
def test_part_b_is_for_who_holds_a_grant(client, held, name):
    publish(held.private, None, DRAFTED_AT)
    elsewhere = make_person("governance_officers", held.tree.other_committee, "elsewhere")
    for person in (make_person("administrators"), make_person("publishers"), elsewhere):
        client.force_login(person)
        answer = client.get(at(name, held, "B"))
        assert answer.status_code in (302, 403)
        assert "Marmalade" not in answer.content.decode()
    client.force_login(make_person("governance_officers", held.tree.committee))
    assert client.get(at(name, held, "B")).status_code == 200


def test_nothing_is_published_before_the_meeting_or_without_a_word(client, tree, officer):
    to_come = MeetingPageFactory(parent=tree.committee)
    Minutes.objects.create(meeting=to_come, opening="<p>Too early.</p>")
    answer = client.post(
        reverse("meeting_minutes:publish", args=[to_come.pk, "A"]), {"note": ""}, follow=True
    )
    assert "Minutes are published once the meeting was held." in answer.content.decode()
    held = MeetingPageFactory(parent=tree.committee, held=True)
    Minutes.objects.create(meeting=held, opening="<p> </p>")
    answer = client.post(reverse("meeting_minutes:publish", args=[held.pk, "A"]), {"note": ""}, follow=True)
    assert "Nothing is written yet." in answer.content.decode()
    assert not MinutesEdition.objects.exists()


def test_a_screen_of_what_nobody_has_written_is_not_there(client, tree, officer):
    meeting = MeetingPageFactory(parent=tree.committee, held=True)
    for name in ("preview", "publish", "approve", "withdraw"):
        assert client.get(reverse(f"meeting_minutes:{name}", args=[meeting.pk, "A"])).status_code == 404
    assert client.get(reverse("meeting_minutes:minutes", args=[meeting.pk, "A"])).status_code == 200


def test_taking_back_needs_a_reason(client, held, officer):
    publish(held.minutes, officer, DRAFTED_AT)
    assert client.post(at("withdraw", held), {"reason": ""}).status_code == 422
    client.post(at("withdraw", held), {"reason": "They named a patient."})
    assert client.get(f"{held.meeting.url}minutes/").status_code == 410
    assert "They named a patient." in client.get(at("minutes", held)).content.decode()
