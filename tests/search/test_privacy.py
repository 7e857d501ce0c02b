"""What the public may not see is not found, not counted and not quoted, from the moment it may not be seen."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.models import Entry, EntryText
from programmes.models import Organisation, PartnersPage


def close(page):
    """Make a branch private."""
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def found(words="zebra"):
    """The titles of what the public finds."""
    return [hit.title for hit in find(words, Audience())[0:20]]


def test_nobody_finds_what_the_public_may_not_see(home, page, client, admin_client):
    page("Zebra draft", live=False)
    page("Zebra expired", expire_at=timezone.now() - timedelta(seconds=1))
    page("Zebra early", go_live_at=timezone.now() + timedelta(hours=1))
    closed = page("Zebra private")
    page("Zebra below", closed)
    mirrored = page("Zebra mirrored", closed)
    close(closed)
    mirrored.create_alias(parent=home, update_slug="zebra-mirror")
    page("Zebra public")
    for reader in (client, admin_client):
        text = reader.get("/search/?q=zebra").content.decode()
        assert "Zebra public" in text
        assert text.count("Zebra ") == 1


@pytest.mark.parametrize(
    "hide",
    [
        close,
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: (
            type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
        ),
    ],
    ids=["privacy", "unpublished", "deleted", "expired"],
)
def test_what_was_hidden_is_gone_though_the_index_still_has_it(page, hide):
    about = page("Zebra", summary="The zebra stands alone.")
    assert found() == ["Zebra"]
    hide(about)
    result = find("zebra", Audience())
    assert (result.count(), result.facet_counts, result[0:10]) == (0, {}, [])


def test_a_page_moved_into_a_private_branch_is_gone(page):
    closed, about = page("Closed"), page("Zebra")
    close(closed)
    about.move(closed, pos="last-child")
    assert found() == []


def test_an_organisation_is_as_public_as_the_page_that_shows_it(page, read):
    partners = page("Partners", model=PartnersPage)
    trust = Organisation.objects.create(name="Zebra Trust", slug="zebra", kind="nhs_trust")
    read()
    assert found() == ["Zebra Trust"]
    restriction = close(partners)
    assert found() == []
    restriction.delete()
    assert found() == ["Zebra Trust"]
    trust.delete()
    assert found() == []
    assert not Entry.objects.filter(kind="organisation").exists()


def test_private_text_leaves_the_index_itself(page, read):
    about = page("Zebra", summary="The zebra stands alone.")
    close(about)
    read()
    assert not EntryText.objects.filter(text__contains="zebra").exists()


def test_a_page_opened_again_is_found_again(page, read):
    about = page("Zebra")
    restriction = close(about)
    read()
    restriction.delete()
    read()
    assert found() == ["Zebra"]


def test_a_sentence_that_was_taken_out_is_not_quoted_before_the_index_knows(page):
    about = page("Zebra", summary="A name that should not be here.")
    about.summary = "Nothing."
    about.save()
    [hit] = find("zebra name", Audience())[0:1]
    assert str(hit.sentence) == "Nothing."


def test_where_a_result_lies_never_names_a_private_page(page):
    above = page("Hidden branch", live=False)
    page("Zebra", above)
    assert find("zebra", Audience())[0:1][0].trail == []


def test_demonstration_pages_are_found_too(page):
    page("Zebra", demonstration_only=True)
    assert found() == ["Zebra"]
