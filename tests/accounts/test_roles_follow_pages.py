"""Roles hold for a site's first page and for a publications page from the moment these are made."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page, Site

from documents.models import PublicationIndexPage
from partnership.accounts.sync import sync_roles
from partnership.home.models import HomePage


def places_of(role: str) -> set[str]:
    """The titles of the pages at which a role's rights begin."""
    rows = GroupPagePermission.objects.filter(group__name=role)
    return set(rows.values_list("page__title", flat=True))


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """A block after which what it wrote is as good as committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_publications_page_made_by_hand_is_open_to_document_officers_at_once(home, committing):
    sync_roles()
    assert places_of("Document officers") == set()
    with committing():
        home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    assert places_of("Document officers") == {"Publications"}


def test_another_page_changes_no_group(home, committing):
    with committing() as callbacks:
        home.title = "Our partnership"
        home.save()
    assert callbacks == []


def test_roles_follow_the_page_that_a_site_starts_at(home, committing):
    sync_roles()
    first = Page.get_first_root_node().add_child(instance=HomePage(title="New home", slug="new", live=True))
    with committing():
        site = Site.objects.get()
        site.root_page = first
        site.save()
    assert places_of("Editors") == {"New home"}


def test_roles_are_there_for_the_first_site_without_a_command(db, committing):
    Site.objects.all().delete()
    Group.objects.all().delete()
    first = Page.get_first_root_node().add_child(instance=HomePage(title="First page", slug="first"))
    with committing():
        Site.objects.create(hostname="localhost", root_page=first, is_default_site=True)
    assert places_of("Publishers") == {"First page"}


def test_roles_leave_a_site_that_goes(home, committing):
    sync_roles()
    with committing():
        Site.objects.get().delete()
    assert places_of("Editors") == set()
