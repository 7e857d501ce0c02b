"""What is true of every type of page, whichever section it belongs to."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from documents.models import PublicationPage
from partnership.content.models import BasePage
from partnership.home.models import StandardPage
from programmes.models import ProgrammePage
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.pages import FACTORIES

CREATABLE = [model for model in get_page_models() if issubclass(model, BasePage) and model.is_creatable]
RELATED = {
    "areas_of_work": ProgrammePage,
    "oversees": ProgrammePage,
    "related_publications": PublicationPage,
}
each_type = pytest.mark.parametrize("model", CREATABLE, ids=lambda model: model.__name__)


def in_the_form(page) -> dict:
    """What the editing form sends for a page's body, which a browser would draw."""
    if getattr(page, "body", None):
        return nested_form_data({"body": streamfield([("paragraph", rich_text("<p>Said anew.</p>"))])})
    return {}


def edited(client, page, **changes) -> dict:
    """What the editing form of a page sends after a change."""
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return form_values(response) | in_the_form(page) | changes


@pytest.fixture
def page(model, home):
    """A live page of the type."""
    if model is type(home):
        return home
    return FACTORIES[model]()


def test_every_type_has_a_factory():
    assert set(CREATABLE) == set(FACTORIES)


@each_type
def test_it_renders_with_its_title(model, page, client):
    page.title = "Zebra & others"
    page.save()
    response = client.get(page.get_url())
    assert response.status_code == 200
    text = response.content.decode()
    assert "<title>Zebra &amp; others" in text or model.__name__ == "HomePage"
    assert text.count("<h1") == 1


@each_type
def test_an_editor_changes_and_publishes_it(model, page, admin_client, client):
    data = edited(admin_client, page, title="Zebra anew") | {"action-publish": "action-publish"}
    response = admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, errors_shown(response)
    page.refresh_from_db()
    assert page.live
    assert page.title == "Zebra anew"
    assert "Zebra anew" in client.get(page.get_url()).content.decode()


@each_type
def test_an_editor_makes_one(model, page, home, admin_client):
    """The form that makes one opens below a parent that takes it."""
    parent = Page.objects.get(depth=1) if page == home else page.get_parent()
    if page != home and not model.can_create_at(parent.specific):
        # One is enough, and there it is.
        page.delete()
    response = admin_client.get(
        reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    )
    assert response.status_code == (302 if page == home else 200)


@each_type
def test_an_editor_previews_a_change_without_publishing_it(model, page, admin_client, client):
    data = edited(admin_client, page, title="Zebra to come")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(address, data).json() == {"is_valid": True, "is_available": True}
    preview = admin_client.get(address)
    assert preview.status_code == 200
    assert "Zebra to come" in preview.content.decode()
    assert "Zebra to come" not in client.get(page.get_url()).content.decode()


@each_type
def test_a_draft_is_found_nowhere(model, page, home, client):
    if page == home:
        pytest.skip("A site has a home page.")
    page.title = "Zebra"
    page.save()
    parent = page.get_parent().get_url()
    page.unpublish()
    for address in (page.get_url(), f"{parent}", "/", "/search/?q=zebra", "/sitemap-pages.xml"):
        response = client.get(address)
        # Some pages above are lists that may be empty; none of them may name it.
        assert response.status_code == (404 if address == page.get_url() else 200)
        assert f'href="{page.get_url()}"' not in response.content.decode()
        assert ">Zebra<" not in response.content.decode()


@each_type
def test_a_private_one_is_named_nowhere(model, page, home, client):
    if page == home:
        pytest.skip("A site has a home page.")
    page.title = "Zebra"
    page.save()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.get_url()).status_code == 302
    for address in (page.get_parent().get_url(), "/", "/search/?q=zebra", "/sitemap-pages.xml"):
        response = client.get(address)
        assert response.status_code == 200
        assert f'href="{page.get_url()}"' not in response.content.decode()
        assert ">Zebra<" not in response.content.decode()


@each_type
def test_its_time_over_it_is_gone_before_any_command_runs(model, page, home, client):
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()
    assert client.get(page.get_url()).status_code == 404


@each_type
def test_an_empty_draft_can_be_saved(model, page, admin_client):
    """Saving never asks for what only the public needs."""
    data = edited(admin_client, page)
    fields = {field.name: field for field in model._meta.get_fields()}
    for name in data:
        if name in fields and name != "slug" and not getattr(fields[name], "choices", None):
            data[name] = [] if fields[name].many_to_many else ""
    data = {name: value for name, value in data.items() if not name.startswith("body-")}
    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        data | {"title": "Nothing yet", "body-count": "0"},
    )
    assert response.status_code == 302, errors_shown(response)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Nothing yet"


@pytest.mark.parametrize("closed", [False, True], ids=["all open", "a private branch elsewhere"])
@each_type
def test_a_preview_shows_related_pages_before_they_are_saved(model, page, home, admin_client, closed):
    """Rows that a form holds and the database does not are asked the same question as any other."""
    if closed:
        FACTORIES[StandardPage](private=True)
    related = {
        field.name: [str(FACTORIES[RELATED[field.name]]().pk)]
        for field in model._meta.get_fields()
        if field.name in RELATED
    }
    data = edited(admin_client, page, **related)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(address, data).json()["is_valid"]
    assert admin_client.get(address).status_code == 200
