"""The screens on which an agenda is kept, published and released."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import CustomDocument, RegisterEntry
from meetings.models import AgendaItem, AgendaPaper, PublicNotice
from tests.documents.inspection.files import clean_pdf
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person
from tests.factories.records import DocumentFactory


def at(name, *keys):
    """The address of one of the screens."""
    return reverse(f"meeting_agenda:{name}", args=keys)


def test_an_officer_adds_publishes_and_the_public_reads_it(client, tree, officer):
    meeting = MeetingPageFactory(parent=tree.committee)
    client.post(at("add", meeting.pk) + "?part=A", {"title": "Quality", "minutes": "10"})
    client.post(at("add", meeting.pk) + "?part=B", {"title": "Marmalade"})
    refused = client.post(at("publish", meeting.pk), {"reason": ""})
    assert refused.status_code == 400
    assert "why it is private" in refused.content.decode()
    private = AgendaItem.objects.get(part="B")
    client.post(at("item", private.pk), {"title": "Marmalade", "private_reason": "Prices."})
    client.post(at("motion", meeting.pk), {"wording": "That the public leave.", "reason": "Prices."})
    client.post(at("publish", meeting.pk), {"reason": ""})
    assert PublicNotice.objects.get(kind="agenda").meeting == meeting
    client.logout()
    text = client.get(meeting.get_url()).content.decode()
    assert "Quality" in text
    assert "Prices." in text
    assert "Marmalade" not in text


def test_items_move_without_a_script(client, tree, officer):
    meeting = MeetingPageFactory(parent=tree.committee)
    for title in ("One", "Two", "Three"):
        agenda_item(meeting, title)
    third = AgendaItem.objects.get(title="Three")
    client.post(at("move", third.pk), {"direction": "up"})
    titles = AgendaItem.objects.filter(meeting=meeting).in_order().values_list("title", flat=True)
    assert list(titles) == ["One", "Three", "Two"]


def test_what_was_published_is_not_deleted(client, agenda, officer):
    client.post(at("delete_item", agenda.open_item.pk))
    client.post(at("delete_paper", agenda.open_paper.pk))
    assert AgendaItem.objects.filter(pk=agenda.open_item.pk).exists()
    assert AgendaPaper.objects.filter(pk=agenda.open_paper.pk).exists()


def test_an_unpublished_private_paper_goes_with_its_file(client, agenda, officer):
    AgendaPaper.objects.filter(pk=agenda.private_paper.pk).update(published_at=None)
    client.post(at("delete_paper", agenda.private_paper.pk))
    assert not CustomDocument.with_private.filter(pk=agenda.private_document.pk).exists()


@pytest.mark.parametrize("role", ["administrators", "publishers"])
def test_who_may_publish_but_holds_no_grant_keeps_part_a_only(client, agenda, role):
    client.force_login(make_person(role))
    text = client.get(at("agenda", agenda.meeting.pk)).content.decode()
    assert "Quality report" in text
    assert "Marmalade" not in text
    for name, key in (("item", agenda.private_item.pk), ("paper", agenda.private_paper.pk)):
        assert client.get(at(name, key)).status_code == 404
    assert client.get(at("add", agenda.meeting.pk) + "?part=B").status_code == 302


def test_editors_and_officers_of_other_committees_keep_nothing(client, agenda):
    for person in (make_person("editors"), make_person("governance_officers", agenda.tree.other_committee)):
        client.force_login(person)
        assert client.get(at("agenda", agenda.meeting.pk)).status_code == 302


def test_papers_are_published_with_a_record_and_a_late_one_says_why(client, agenda, officer):
    late = MeetingPageFactory(parent=agenda.tree.committee, in_progress=True)
    paper = agenda_paper(agenda_item(late, "Late matter"), DocumentFactory(title="Late"), published_at=None)
    url = at("publish_papers", late.pk)
    answer = client.post(url, {f"publish-{paper.pk}": "on"})
    assert "Say why it is late." in answer.content.decode()
    client.post(url, {f"publish-{paper.pk}": "on", f"reason-{paper.pk}": "Figures came in today."})
    notice = PublicNotice.objects.get(kind="paper")
    assert (notice.paper, notice.reason) == (paper, "Figures came in today.")
    assert RegisterEntry.objects.filter(public_id=paper.document.public_id).exists()
    assert "Figures came in today." in client.get(late.get_url()).content.decode()


def test_a_private_item_and_paper_are_released_with_a_note(client, agenda, officer):
    client.post(at("release_item", agenda.private_item.pk), {"reason": "The contract is signed."})
    client.post(at("release_paper", agenda.private_paper.pk), {"reason": "Prices are known."})
    client.logout()
    text = client.get(agenda.meeting.get_url()).content.decode()
    for said in ("Marmalade contract", "The contract is signed.", "Prices are known."):
        assert said in text
    assert client.get(agenda.private_document.url).status_code == 200


def test_dropped_files_are_matched_confirmed_and_attached(client, agenda, officer):
    url = at("files", agenda.meeting.pk)
    files = [
        SimpleUploadedFile(name, clean_pdf(words=title), "application/pdf")
        for name, title in (("1 Figures of quality.pdf", "Open"), ("B1 Prices.pdf", "Closed"))
    ]
    shown = client.post(url, {"files": files})
    soup = BeautifulSoup(shown.content, "html.parser")
    assert shown.content.decode().count("Matched by its number") == 2
    assert AgendaPaper.objects.count() == 2
    chosen = {
        field["name"]: field.find("option", selected=True)["value"] for field in soup.find_all("select")
    }
    chosen |= {field["name"]: field["value"] for field in soup.select("input[name$=title]")}
    client.post(url, chosen)
    private = agenda.private_item.papers.exclude(pk=agenda.private_paper.pk).get()
    public = agenda.open_item.papers.exclude(pk=agenda.open_paper.pk).get()
    assert private.document.is_private
    assert not public.document.is_private
    assert private.published_at is None
