"""What was public is not unpublished in the admin, by no door; what never was, and other pages, may be."""

import pytest
from django.urls import reverse

from documents.models import PublicationPage
from tests.factories.admin_forms import form_values
from tests.factories.pages import PublicationPageFactory, StandardPageFactory


@pytest.fixture
def review(home):
    """A publication that is public."""
    page = PublicationPageFactory(title="A review")
    page.save_revision().publish()
    return PublicationPage.objects.get(pk=page.pk)


def by_button(page):
    return reverse("wagtailadmin_pages:unpublish", args=[page.pk])


def ticked(page):
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'unpublish'])}?id={page.pk}&next=/admin/"


def said(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


@pytest.mark.parametrize("door", [by_button, ticked])
def test_it_stays_and_the_editor_is_pointed_to_withdrawal(admin_client, review, door):
    answer = admin_client.post(door(review), follow=True)
    assert "“A review” was public, so it cannot be unpublished." in said(answer)
    assert "“Withdrawn”" in said(answer)
    review.refresh_from_db()
    assert review.live


@pytest.mark.parametrize("door", [by_button, ticked])
def test_it_does_not_go_with_the_branch_above(admin_client, review, door):
    index = review.get_parent()
    answer = admin_client.post(door(index), {"include_descendants": "on"}, follow=True)
    assert "“A review” was public" in said(answer)
    review.refresh_from_db()
    index.refresh_from_db()
    assert review.live
    assert index.live


def test_another_page_goes_as_ever(admin_client, home):
    page = StandardPageFactory(title="Old news", parent=home)
    admin_client.post(by_button(page))
    page.refresh_from_db()
    assert not page.live


def test_it_is_not_given_an_end_by_the_clock(admin_client, review):
    url = reverse("wagtailadmin_pages:edit", args=[review.pk])
    data = form_values(admin_client.get(url)) | {"expire_at": "2099-01-01 10:00", "action-publish": "yes"}
    answer = admin_client.post(url, data)
    assert "does not end by the clock" in answer.content.decode()
    review.refresh_from_db()
    assert review.expire_at is None
