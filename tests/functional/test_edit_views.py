"""The screens on which our work is written, as assistive technology finds them."""

import pytest
from django.urls import reverse

from programmes.models import (
    ImpactFigure,
    Organisation,
    Person,
    ProgrammePage,
    ProviderCollaborativePage,
    StoryPage,
)

PAGES = (ProgrammePage, ProviderCollaborativePage, StoryPage)
RECORDS = (Organisation, Person, ImpactFigure)


@pytest.fixture
def screens(demonstration_site):
    """An edit view of each kind, and the list of our work."""
    return [
        *(reverse("wagtailadmin_pages:edit", args=[model.objects.first().pk]) for model in PAGES),
        *(
            reverse(model.snippet_viewset.get_url_name("edit"), args=[model.objects.first().pk])
            for model in RECORDS
        ),
        reverse("areas_of_work:index"),
    ]


def test_every_edit_view_of_our_work_can_be_used_by_all(page, site, sign_in, assert_accessible, screens):
    sign_in(page, "publisher")
    for address in screens:
        page.goto(f"{site}{address}")
        assert_accessible(page)
