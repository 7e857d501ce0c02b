"""A meeting whose papers are real PDFs, and packs made of them."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from meetings.models import MeetingPack
from meetings.packs.building.__main__ import perform
from meetings.packs.tasks import build_packs
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.records import DocumentFactory

from .files import tagged_pdf


def document(title: str, content: bytes | None = None, name: str = "paper.pdf", **facts):
    """A document with a real file."""
    content = content if content is not None else tagged_pdf(title)
    return DocumentFactory(title=title, file=ContentFile(content, name), **facts)


def built(meeting, *kinds: str) -> dict[str, MeetingPack]:
    """The packs of a meeting after the background has been at them, by kind; `kinds` are those that are new."""
    for kind in kinds:
        MeetingPack.objects.get_or_create(meeting=meeting, kind=kind)
    build_packs.func(meeting.pk)
    packs = MeetingPack.objects.filter(meeting=meeting).select_related("current", "meeting")
    return {pack.kind: pack for pack in packs}


@pytest.fixture(autouse=True)
def _in_this_process(request, monkeypatch):
    """Packs are put together here, which is quick; tests marked “apart” start the process."""
    if "apart" not in request.keywords:
        monkeypatch.setattr("meetings.packs.apart.answer_of", lambda module, task, seconds: perform(task))


@pytest.fixture
def papers(tree):
    """A meeting with two papers in public and one in private, and no pack yet."""
    s = SimpleNamespace(tree=tree)
    s.meeting = MeetingPageFactory(parent=tree.committee, title="Spring meeting")
    s.quality = agenda_item(s.meeting, "Quality report", asked="To note it.")
    s.finance = agenda_item(s.meeting, "Finance")
    s.private = agenda_item(s.meeting, "Marmalade contract", "B", private_reason="It names prices.")
    s.quality_paper = agenda_paper(s.quality, document("Figures"))
    s.finance_paper = agenda_paper(s.finance, document("Finance report"))
    s.private_paper = agenda_paper(s.private, document("Marmalade tender", is_private=True))
    # What this test's transaction would do once it holds is of no interest from here on.
    connection.run_on_commit.clear()
    return s


@pytest.fixture
def packed(papers):
    """The same, with its public pack."""
    papers.pack = built(papers.meeting, "public")["public"]
    return papers


@pytest.fixture
def fully_packed(papers):
    """The same, with all its packs."""
    papers.packs = built(papers.meeting, *MeetingPack.Kind)
    return papers
