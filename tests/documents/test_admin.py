"""The screens on which publications are kept."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from documents.models import CustomDocument, PublicationPage
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person


@pytest.fixture
def publisher(tree, client):
    person = make_person("publishers")
    client.force_login(person)
    return person


@pytest.fixture
def findings(db):
    return CustomDocument.objects.create(title="Findings", file=ContentFile(b"Words.", name="findings.txt"))


def publish(client, tree, **typed):
    """Fill in the screen for a new publication and publish."""
    url = reverse("wagtailadmin_pages:add", args=["documents", "publicationpage", tree.publications.pk])
    return client.post(url, {**form_values(client.get(url)), **typed, "action-publish": "1"})


def one_file(document, **typed):
    """One row of files as the browser sends it."""
    row = {"document": str(document.pk), "title": "", "organisation": "", "format": "standard"}
    row |= {"link_url": "", "link_language": "", **typed}
    return {
        "files-TOTAL_FORMS": "1",
        **{
            f"files-0-{name}": value for name, value in (row | {"id": "", "ORDER": "1", "DELETE": ""}).items()
        },
    }


def test_a_review_is_published_with_its_file(tree, client, publisher, findings):
    answer = publish(
        client, tree, title="A new review", organisation=str(tree.trust.pk), **one_file(findings)
    )
    assert answer.status_code == 302, errors_shown(answer)
    page = PublicationPage.objects.get(title="A new review")
    assert page.live
    assert page.files.get().document == findings


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"organisation": ""}, "Say which organisation publishes it, or owes it."),
        ({"state": "awaited"}, "Give the expected date, or say that none has been given."),
        ({"published_on": "soon"}, "Enter a valid date."),
    ],
)
def test_says_what_is_wrong_with_a_publication_and_keeps_what_was_typed(
    tree, client, publisher, typed, words
):
    whole = {"title": "A new review", "summary": "What I typed.", "organisation": str(tree.trust.pk)}
    answer = publish(client, tree, **(whole | typed))
    assert answer.status_code == 200
    assert words in " ".join(errors_shown(answer))
    assert form_values(answer)["summary"] == "What I typed."


def test_what_brings_its_file_is_awaited_no_longer(tree, client, publisher, findings):
    whole = {
        "title": "A new review",
        "organisation": str(tree.trust.pk),
        "expected_basis": "Promised in 2021",
    }
    answer = publish(client, tree, **whole, state="awaited", **one_file(findings, title="For Riverside"))
    assert answer.status_code == 302, errors_shown(answer)
    page = PublicationPage.objects.get(title="A new review")
    assert page.state == "published"
    assert page.published_on == timezone.localdate()


def test_the_file_ends_a_wait_on_the_screen_that_edits_it_too(tree, client, publisher, findings):
    tree.publication.save_revision().publish()
    url = reverse("wagtailadmin_pages:edit", args=[tree.publication.pk])
    client.post(url, {**form_values(client.get(url)), **one_file(findings), "action-publish": "1"})
    page = PublicationPage.objects.get(pk=tree.publication.pk)
    assert (page.state, page.published_on) == ("published", timezone.localdate())
    assert page.get_latest_revision_as_object().state == "published"


def test_a_file_is_a_document_or_a_link_and_not_both(tree, client, publisher, findings):
    whole = {"title": "A new review", "organisation": str(tree.trust.pk)}
    both = one_file(findings, title="Signed", link_url="https://video.example/signed", format="bsl")
    assert "Choose a document or give a link, not both." in errors_shown(
        publish(client, tree, **whole, **both)
    )
    link = both | {"files-0-document": ""}
    answer = publish(client, tree, **whole, **link)
    assert answer.status_code == 302, errors_shown(answer)
    text = client.get(PublicationPage.objects.get(title="A new review").url).content.decode()
    assert 'href="https://video.example/signed"' in text
    assert "(link to video.example" in text


def test_a_document_officer_drafts_and_submits_and_publishes_nothing(tree, client, findings):
    client.force_login(make_person("document_officers"))
    whole = {"title": "A new review", "organisation": str(tree.trust.pk), **one_file(findings)}
    # There is no such button on their screen; sent all the same, it saves a draft.
    assert publish(client, tree, **whole).status_code == 302
    page = Page.objects.get(title="A new review")
    assert not page.live
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, {**form_values(client.get(url)), "action-submit": "1"})
    assert Page.objects.get(pk=page.pk).workflow_in_progress


def test_the_listing_filters_by_state_and_organisation(tree, client, publisher):
    url = reverse("publications:index")
    assert tree.publication.title in client.get(url, {"state": "awaited"}).content.decode()
    assert tree.publication.title not in client.get(url, {"state": "published"}).content.decode()
    assert tree.publication.title in client.get(url, {"organisation": tree.trust.pk}).content.decode()


def test_the_listing_costs_as_much_with_many_publications(
    tree, client, publisher, django_assert_max_num_queries
):
    url = reverse("publications:index")
    client.get(url)
    with django_assert_max_num_queries(40) as few:
        client.get(url)
    for number in range(15):
        tree.publications.add_child(
            instance=PublicationPage(title=f"Report {number}", slug=f"r-{number}", organisation=tree.trust)
        )
    with django_assert_max_num_queries(len(few)):
        client.get(url)
