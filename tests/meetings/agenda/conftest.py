"""A meeting with an agenda, and those who may and may not read its private part."""

from types import SimpleNamespace

import pytest

from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory


@pytest.fixture
def agenda(tree):
    """A meeting to come with an item in each part and a paper below each."""
    s = SimpleNamespace(tree=tree)
    s.meeting = MeetingPageFactory(parent=tree.committee, title="Spring meeting")
    s.open_item = agenda_item(s.meeting, "Quality report", minutes=10)
    s.private_item = agenda_item(s.meeting, "Marmalade contract", "B", private_reason="It names prices.")
    s.open_paper = agenda_paper(s.open_item, DocumentFactory(title="Figures"))
    s.private_document = DocumentFactory(title="Marmalade tender", is_private=True)
    s.private_paper = agenda_paper(s.private_item, s.private_document)
    return s


@pytest.fixture
def officer(tree, client):
    """The committee's governance officer, signed in."""
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person
