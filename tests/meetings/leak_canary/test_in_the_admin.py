"""What the admin tells: every screen, list, chooser, bulk action, report, preview and history."""

import pytest
from django.http import HttpResponseNotFound
from django.urls import resolve, reverse

from meetings.models import PublicNotice
from tests.factories.admin_forms import form_values

from .asking import client_of, every_way, listen, note
from .planting import CANARY, KEY

# A superuser may open whatever editors, publishers and administrators may; an officer of another committee has the
# screens of meetings too.
WALKED_BY = ["superuser", "governance_officers"]


@pytest.fixture
def _short_answers(monkeypatch):
    """What is not there is said in a line: the page that says so is asked for elsewhere, and is slow to draw."""
    monkeypatch.setattr(
        "partnership.urls.handler404", lambda *args, **kwargs: HttpResponseNotFound(), raising=False
    )


@pytest.mark.parametrize("who", WALKED_BY)
@pytest.mark.usefixtures("_short_answers")
def test_no_address_of_the_site_or_the_admin_tells(planted, who):
    client = client_of(planted, who)
    ways = every_way(planted)
    assert len(ways) > 300
    failed = [url for url in ways if listen(client, url, planted).status_code >= 500]
    assert planted.heard == []
    assert failed == []


@pytest.mark.parametrize("who", ["governance_officers", "superuser"])
@pytest.mark.usefixtures("_short_answers")
def test_nothing_of_the_section_answers_to_what_is_sent(planted, who):
    """A form that is sent to somebody else's private things is told nothing of them."""
    client = client_of(planted, who)
    ways = [
        url
        for url in every_way(planted)
        if resolve(url.partition("?")[0]).func.__module__.startswith("meetings")
    ]
    assert len(ways) > 50
    for url in ways:
        note(client.post(url, {"id": KEY, "q": CANARY}), url, planted)
    assert planted.heard == []


def test_neither_an_edit_nor_a_preview_nor_the_history_tells(planted):
    client = client_of(planted, "administrators")
    key = planted.meeting.pk
    edit = reverse("wagtailadmin_pages:edit", args=[key])
    typed = form_values(client.get(edit))
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[key])
    assert client.post(preview, typed).json()["is_valid"]
    assert client.post(edit, {**typed, "title": "Renamed", "action-publish": "1"}).status_code == 302
    revisions = list(planted.meeting.revisions.values_list("pk", flat=True))
    ways = [
        edit,
        preview,
        f"{preview}?mode=",
        reverse("wagtailadmin_pages:history", args=[key]),
        *(reverse("wagtailadmin_pages:revisions_view", args=[key, each]) for each in revisions),
        *(reverse("wagtailadmin_pages:revisions_revert", args=[key, each]) for each in revisions),
        reverse("wagtailadmin_pages:revisions_compare", args=[key, revisions[0], revisions[-1]]),
        reverse("wagtailadmin_pages:revisions_compare", args=[key, "live", "latest"]),
        reverse("wagtailadmin_pages:view_draft", args=[key]),
        reverse("wagtailadmin_pages:copy", args=[key]),
        reverse("wagtailadmin_pages:usage", args=[key]),
        reverse("wagtailadmin_reports:site_history"),
        f"{reverse('wagtailadmin_reports:site_history')}?export=csv",
    ]
    for url in ways:
        listen(client, url, planted)
    assert planted.heard == []
    assert CANARY not in str([each.content for each in planted.meeting.revisions.all()])


def test_a_private_document_is_not_named_to_whoever_puts_it_on_a_page(planted):
    """A publisher guesses the key of a private document and names it on a page."""
    client = client_of(planted, "publishers")
    edit = reverse("wagtailadmin_pages:edit", args=[planted.tree.publication.pk])
    typed = form_values(client.get(edit)) | {
        "files-TOTAL_FORMS": "1",
        "files-0-document": str(KEY),
        "files-0-format": "standard",
        "files-0-ORDER": "1",
    }
    answer = client.post(edit, {**typed, "action-publish": "1"})
    assert CANARY + "-" not in answer.content.decode()
    assert planted.document.publication_files.count() == 0


def test_the_notices_name_no_private_paper(planted):
    assert not PublicNotice.objects.filter(paper__item__part="B").exists()
