"""A paper that was replaced says when and why, to those who may read it."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from documents.arrivals import original_of
from documents.inspection.report import Report
from documents.takedown import take_down
from meetings.agenda.publishing import register, release_paper
from tests.factories.agenda import agenda_paper
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory

NOTE = "The figure for May was 12, not 21."


def replace(document, note=NOTE):
    """Put another file in a document's place, as the upload desk does."""
    name = "again.pdf"
    document.file = ContentFile(b"%PDF-1.7 again " + note.encode(), name=name)
    document.arriving = original_of(
        ContentFile(b"as it came", name=name), name, Report(), None, timezone.now()
    )
    document.arriving.change_note = note
    document.save()


@pytest.fixture
def replaced(agenda):
    """The open paper, replaced."""
    register_public(agenda.open_paper)
    replace(agenda.open_paper.document)
    return agenda.open_paper.document


def register_public(paper):
    register([paper.document_id], timezone.now())


def words(client, meeting) -> str:
    return client.get(meeting.get_url()).content.decode()


def test_the_agenda_says_so_beside_the_paper(client, agenda, replaced):
    text = words(client, agenda.meeting)
    assert NOTE in text
    assert replaced.version_url(replaced.versions.get(number=1)) in text
    changes = reverse("file_changes", args=[replaced.public_id, 1])
    assert changes in text
    assert client.get(changes).status_code == 200


def test_a_replacement_before_the_public_had_it_is_not_told(client, agenda, replaced):
    agenda.open_paper.published_at = timezone.now()
    agenda.open_paper.save()
    assert NOTE not in words(client, agenda.meeting)


def test_what_was_taken_down_says_nothing_more(client, agenda, replaced, django_user_model):
    take_down(
        replaced, django_user_model.objects.create_superuser("first"), "It was personal.", timezone.now()
    )
    assert NOTE not in words(client, agenda.meeting)


@pytest.mark.parametrize("role", ["", "committee_members", "governance_officers"])
def test_of_a_private_paper_nobody_is_told(client, agenda, role):
    replace(agenda.private_document)
    if role:
        client.force_login(make_person(role, agenda.tree.committee))
    assert NOTE not in words(client, agenda.meeting)
    changes = reverse("file_changes", args=[agenda.private_document.public_id, 1])
    assert client.get(changes).status_code == 404


def test_nor_of_what_was_replaced_before_it_was_released(client, agenda):
    replace(agenda.private_document)
    release_paper(agenda.private_paper, "Prices are known.", timezone.now())
    text = words(client, agenda.meeting)
    assert agenda.private_document.url.rpartition("/")[0] in text
    assert NOTE not in text


def test_many_replaced_papers_cost_as_much_as_one(client, agenda, replaced, django_assert_max_num_queries):
    words(client, agenda.meeting)
    with django_assert_max_num_queries(60) as few:
        assert NOTE in words(client, agenda.meeting)
    for _ in range(6):
        paper = agenda_paper(agenda.open_item, DocumentFactory())
        register_public(paper)
        replace(paper.document)
    with django_assert_max_num_queries(len(few)):
        words(client, agenda.meeting)
