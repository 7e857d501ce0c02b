"""What a reader gets when something is wrong."""

from importlib import import_module

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.test import Client, override_settings
from django.urls import path
from wagtail.models import Site

from partnership.home.models import StandardPage
from partnership.urls import urlpatterns as site_urls


def refuse(request):
    """A view that lets nobody in."""
    raise PermissionDenied


def break_down(request):
    """A view with a mistake in it."""
    raise ValueError("a mistake")


urlpatterns = [path("refused/", refuse), path("broken/", break_down), *site_urls]


def test_a_lost_reader_can_search_and_sees_the_areas_of_the_site(client, home):
    home.add_child(instance=StandardPage(title="Careers", show_in_menus=True))
    response = client.get("/nowhere/")
    assert response.status_code == 404
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert 'action="/search/"' in main
    assert 'href="/careers/"' in main


@override_settings(ROOT_URLCONF="tests.home.test_error_pages")
def test_a_refused_reader_is_told_so_inside_the_frame(client, home):
    response = client.get("/refused/")
    assert response.status_code == 403
    assert "You cannot see this page" in response.content.decode()
    assert "Get urgent help" in response.content.decode()


def test_a_form_without_its_token_is_refused_inside_the_frame(home):
    response = Client(enforce_csrf_checks=True).post("/search/")
    assert response.status_code == 403
    assert "reload the page and send it again" in response.content.decode()


def test_a_page_is_not_found_even_before_any_site_is_set_up(client, db):
    Site.objects.all().delete()
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


@pytest.fixture
def development(settings):
    """The site as it runs on a newcomer's own machine."""
    settings.DEBUG = True
    settings.MIDDLEWARE = import_module("partnership.settings.development").MIDDLEWARE


@pytest.mark.parametrize("address", ["/nowhere/", "/nowhere.html", "/files/0/none.pdf", "/_util/login/"])
def test_a_newcomer_sees_our_own_page_for_what_is_not_there(client, home, development, address):
    response = client.get(address)
    assert response.status_code == 404
    text = response.content.decode()
    assert "Get urgent help" in text
    assert "DEBUG" not in text


def test_a_missing_slash_is_still_mended_in_development(client, home, development):
    home.add_child(instance=StandardPage(title="Careers"))
    assert client.get("/careers").url == "/careers/"


@override_settings(ROOT_URLCONF="tests.home.test_error_pages")
def test_an_error_of_ours_keeps_its_traceback_in_development(client, home, development):
    client.raise_request_exception = False
    response = client.get("/broken/")
    assert response.status_code == 500
    assert "Traceback" in response.content.decode()


def test_the_500_page_needs_no_database(client, django_db_blocker):
    client.raise_request_exception = False
    # Every query fails, whatever a journey in this process has opened for itself.
    with django_db_blocker.block():
        response = client.get("/anything/")
    assert response.status_code == 500
    html = response.content.decode()
    assert 'href="tel:999"' in html
    assert 'href="tel:111"' in html


@pytest.mark.parametrize("name", ["500.html", "507.html", "400.html"])
def test_pages_for_the_worst_case_need_no_template_engine(name):
    source = (settings.PROJECT_DIR / "templates" / name).read_text()
    assert "{%" not in source
    assert "{{" not in source
    assert Template(source).render(Context()) == source
    assert "<style" not in source
    assert 'href="/static/css/plain.css"' in source
    assert (settings.PROJECT_DIR / "static/css/plain.css").is_file()
