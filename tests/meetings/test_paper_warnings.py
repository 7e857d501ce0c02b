"""The public gets no paper that the inspection warned of before somebody accepted the warning."""

from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.records import DocumentFactory


def test_a_paper_with_a_warning_is_neither_shown_nor_served(tree, client):
    meeting = MeetingPageFactory()
    document = DocumentFactory(title="Findings")
    agenda_paper(agenda_item(meeting, "Review"), document)
    assert "Findings" in client.get(meeting.get_url()).content.decode()
    assert client.get(document.url).status_code == 200
    type(document).objects.filter(pk=document.pk).update(open_warnings=1)
    assert "Findings" not in client.get(meeting.get_url()).content.decode()
    assert client.get(document.url).status_code == 404
