"""What keeps an agenda and its papers where they are."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from documents.models import CustomDocument
from meetings.models import MeetingPage
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory


@pytest.mark.parametrize("bulk", [False, True])
def test_a_meeting_with_an_agenda_stays_with_its_committee(client, agenda, bulk):
    client.force_login(make_person("administrators"))
    other = agenda.tree.other_committee
    if bulk:
        url = (
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={agenda.meeting.pk}"
        )
        client.post(url, {"chooser": other.pk, "next": "/admin/"})
    else:
        client.post(reverse("wagtailadmin_pages:move_confirm", args=[agenda.meeting.pk, other.pk]))
    assert MeetingPage.objects.get(pk=agenda.meeting.pk).get_parent().pk == agenda.tree.committee.pk


def test_a_meeting_whose_agenda_was_published_is_not_deleted(agenda):
    with pytest.raises(PermissionDenied, match="Cancel it"):
        agenda.meeting.delete()


def test_a_paper_in_use_is_not_deleted_from_the_library_and_says_so(client, tree):
    document = DocumentFactory(title="In use")
    meeting = MeetingPageFactory(parent=tree.committee)
    agenda_paper(agenda_item(meeting, "Item", published_at=None), document, published_at=None)
    client.force_login(make_person("administrators"))
    answer = client.post(reverse("wagtaildocs:delete", args=[document.pk]), follow=True)
    assert "as a paper of a meeting" in answer.content.decode()
    assert CustomDocument.objects.filter(pk=document.pk).exists()
