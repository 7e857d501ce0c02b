"""A page that goes into a private branch, or is copied out of one, tells the public nothing."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from partnership.home.models import StandardPage
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person


@pytest.fixture
def closed(home):
    """A private branch."""
    branch = home.add_child(instance=StandardPage(title="Members", slug="members-only"))
    PageViewRestriction.objects.create(page=branch, restriction_type=PageViewRestriction.LOGIN)
    return branch


@pytest.fixture
def about(home):
    """A public page."""
    page = home.add_child(instance=StandardPage(title="About", slug="about"))
    page.save_revision().publish()
    return page


def test_no_redirect_names_where_a_page_went_in_private(
    home, closed, about, client, django_capture_on_commit_callbacks
):
    old = about.get_url()
    with django_capture_on_commit_callbacks(execute=True):
        about.move(closed, pos="last-child")
    Redirect.objects.get_or_create(
        old_path=Redirect.normalise_path(old), defaults={"redirect_page": Page.objects.get(pk=about.pk)}
    )
    answer = client.get(old)
    assert answer.status_code == 404
    assert "members-only" not in str(answer.headers) + answer.content.decode()


def test_a_redirect_to_a_public_page_leads_there(home, about, client):
    Redirect.objects.create(old_path="/old-name", redirect_page=about)
    assert client.get("/old-name/")["Location"].endswith("/about/")


@pytest.mark.parametrize("publish", [True, False])
def test_a_copy_of_a_private_page_is_a_draft(home, closed, about, client, publish):
    about.move(closed, pos="last-child")
    client.force_login(make_person("publishers"))
    url = reverse("wagtailadmin_pages:copy", args=[about.pk])
    typed = form_values(client.get(url)) | {"new_slug": "copied", "new_parent_page": str(home.pk)}
    typed.pop("publish_copies", None)
    client.post(url, typed | ({"publish_copies": "on"} if publish else {}))
    copied = Page.objects.filter(slug="copied").first()
    assert copied is None if publish else not copied.live


def test_what_privacy_closes_is_closed_at_the_next_request(about, client):
    assert client.get(about.get_url()).status_code == 200
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(about.get_url())
    assert answer.status_code == 302
    assert "no-store" in answer.get("Cache-Control", "no-store")


def test_no_page_is_closed_by_a_password_that_many_know(about, client):
    """Stock Wagtail offers one, and keeps it in plain text."""
    client.force_login(make_person("publishers"))
    url = reverse("wagtailadmin_pages:set_privacy", args=[about.pk])
    assert 'value="login"' in client.get(url).json()["html"]
    assert 'value="password"' not in client.get(url).json()["html"]
    client.post(url, {"restriction_type": "password", "password": "known to many"})
    assert not PageViewRestriction.objects.filter(restriction_type="password").exists()
