"""A paper that a warning holds back is recorded as public when somebody accepts the warning, not before."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.arrivals import original_of
from documents.inspection.report import Finding, Report, Severity
from documents.models import RegisterEntry
from documents.warnings import accept
from meetings.agenda.publishing import publish_papers, release_paper
from meetings.models import PublicNotice
from tests.factories.agenda import agenda_paper
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory

WARNED = Report([Finding("mobile-number", Severity.WARNED, "There is a mobile number.", "Take it out.")])


@pytest.fixture
def warned():
    """A function that makes a document with a warning that nobody has accepted."""

    def warned(**facts):
        name = "warned.pdf"
        document = DocumentFactory.build(**facts, file=ContentFile(b"%PDF-1.7 warned", name=name))
        came = ContentFile(b"%PDF-1.7 as it came", name=name)
        document.arriving = original_of(came, name, WARNED, None, timezone.now())
        document.save()
        assert document.open_warnings == 1
        return document

    return warned


def accept_it(document, now):
    upload = document.versions.first().upload
    accept(upload, {"mobile-number": ("public", "")}, make_person("publishers"), now)


def papers_recorded():
    return PublicNotice.objects.filter(kind=PublicNotice.Kind.PAPER)


def test_a_released_paper(client, agenda, warned):
    document = warned(title="Marmalade prices", is_private=True)
    paper = agenda_paper(agenda.private_item, document)
    now = timezone.now()
    release_paper(paper, "Prices are known.", now)
    assert not papers_recorded().exists()
    assert not RegisterEntry.objects.exists()
    assert client.get(document.url).status_code == 404
    later = now + timedelta(hours=2)
    accept_it(document, later)
    notice = papers_recorded().get()
    assert (notice.paper, notice.at, notice.reason) == (paper, later, "Prices are known.")
    assert [line.event for line in RegisterEntry.objects.all()] == ["published"]
    assert client.get(document.url).status_code == 200


def test_a_published_paper(agenda, warned):
    paper = agenda_paper(agenda.open_item, warned(title="Quality"), published_at=None)
    now = timezone.now()
    publish_papers(agenda.meeting, [paper], now)
    assert not papers_recorded().exists()
    accept_it(paper.document, now + timedelta(hours=2))
    assert papers_recorded().get().at == now + timedelta(hours=2)


def test_one_that_nothing_holds_back_is_recorded_once_and_at_once(agenda):
    paper = agenda_paper(agenda.open_item, DocumentFactory(title="Quality"), published_at=None)
    publish_papers(agenda.meeting, [paper], timezone.now())
    assert papers_recorded().get().paper == paper


def test_of_a_private_paper_nothing_is_recorded(agenda, warned):
    document = warned(title="Marmalade prices", is_private=True)
    agenda_paper(agenda.private_item, document)
    accept_it(document, timezone.now())
    assert not papers_recorded().exists()
