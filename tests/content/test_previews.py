"""Every page type can be previewed: the page as it is, its draft, and a page that was never saved."""

import pytest
from django.urls import reverse

from tests.content.test_publishing import INCOMPLETE_VIDEO, PAGE_TYPES
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person

PAGES = [
    "home",
    "about",
    "people",
    "partners",
    "our_work",
    "programme",
    "story",
    "collaborative",
    "meetings",
    "committee",
    "meeting",
    "publications",
    "publication",
]


@pytest.fixture
def publisher(tree, client):
    person = make_person("publishers")
    client.force_login(person)
    return person


def preview(client, url, typed):
    """What the preview beside an edit screen shows."""
    sent = client.post(url, typed)
    assert sent.json() == {"is_valid": True, "is_available": True}
    return client.get(url)


@pytest.mark.parametrize(("app", "model", "parent"), PAGE_TYPES)
def test_a_page_that_was_never_saved_is_previewed(tree, client, publisher, app, model, parent):
    args = [app, model, getattr(tree, parent).pk]
    typed = form_values(client.get(reverse("wagtailadmin_pages:add", args=args)))
    shown = preview(
        client, reverse("wagtailadmin_pages:preview_on_add", args=args), {**typed, "title": "Never saved"}
    )
    assert shown.status_code == 200
    assert "Never saved" in shown.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_change_that_was_not_saved_is_previewed(tree, client, publisher, name):
    page = getattr(tree, name)
    typed = form_values(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    shown = preview(client, url, {**typed, "summary": "A change that was not saved."})
    assert shown.status_code == 200
    if name != "home":
        assert "A change that was not saved." in shown.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_draft_is_viewed(tree, client, publisher, name):
    page = getattr(tree, name)
    page.title = "A draft's title"
    page.save_revision()
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert shown.status_code == 200
    assert "A draft" in shown.content.decode()


def test_an_unfinished_block_is_previewed(tree, client, publisher):
    typed = form_values(client.get(reverse("wagtailadmin_pages:edit", args=[tree.about.pk])))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[tree.about.pk])
    assert preview(client, url, {**typed, **INCOMPLETE_VIDEO}).status_code == 200
