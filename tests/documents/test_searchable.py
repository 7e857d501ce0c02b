"""What is found inside files: the sentence, its page, and nothing that the public may not open."""

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import PageViewRestriction

from documents.models import (
    CustomDocument,
    PageText,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    Reading,
    RegisterEntry,
)
from documents.register import record
from documents.takedown import take_down
from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.indexing import catch_up, reread
from partnership.search.models import Entry, EntryText
from programmes.models import Organisation
from tests.factories.people import make_person


@pytest.fixture
def review(home):
    """A publication with a file of three pages that the site has read."""
    index = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    trust = Organisation.objects.create(name="Riverside Trust", slug="riverside", kind="nhs_trust")
    page = index.add_child(
        instance=PublicationPage(title="Review", slug="review", published_on="2021-05-01", organisation=trust)
    )
    document = CustomDocument.objects.create(
        title="Findings", file=ContentFile(b"%PDF-1.4\n" + b"x" * 2000, name="findings.pdf")
    )
    PublicationFile.objects.create(publication=page, document=document)
    version = document.versions.get()
    Reading.objects.update_or_create(
        version=version,
        defaults={
            "document": document,
            "state": Reading.State.DONE,
            "text_pages": 3,
            "page_count": 3,
            "asked_at": timezone.now(),
        },
    )
    version.page_texts.all().delete()
    for number, text in enumerate(
        ["Nothing. Okapi <b>here</b>.", "The okapi walks at dawn. Quiet.", "A covered okapi."], start=1
    ):
        PageText.objects.create(version=version, number=number, text=text, is_withheld=number == 3)
    page.save_revision().publish()
    read()
    page.document = document
    return page


def read():
    """What the background does."""
    while catch_up(Audience()):
        pass


def found(words="okapi", **narrowing):
    """What the public finds."""
    return find(words, Audience(), **narrowing)


def test_a_sentence_inside_a_file_is_found_with_its_page(review, client):
    [hit] = found("okapi dawn")[0:10]
    assert hit.url == f"{review.document.url}#page=2"
    assert (hit.title, hit.place, hit.trail) == ("Findings", "page 2", ["Publications", "Review"])
    assert hit.sentence.pieces[1] == ("okapi", True)
    [(_, text_url)] = hit.links
    assert "walks at dawn" in client.get(text_url).content.decode()


def test_pages_of_one_file_are_one_result_that_names_the_others(review, client):
    [hit] = found()[0:10]
    numbers = {hit.place, *(name for name, _ in hit.others)}
    assert numbers == {"page 1", "page 2"}
    text = client.get("/search/?q=okapi").content.decode()
    assert "Also on" in text
    assert "&lt;b&gt;here" in text or "walks at dawn" in text
    assert "<b>here" not in text


def test_what_is_covered_on_a_page_is_not_found(review):
    assert not EntryText.objects.filter(text__contains="covered").exists()


def test_a_file_that_is_held_back_is_read_without_fault_and_not_found(review):
    CustomDocument.objects.filter(pk=review.document.pk).update(open_warnings=1)
    assert reread("document", [review.document.pk], Audience()) == []
    assert not Entry.objects.filter(kind="document").exists()


def test_files_are_narrowed_with_the_page_that_shows_them(review):
    counts = found().facet_counts
    assert counts["kind"] == {"document": 1}
    assert counts["year"] == {"2021": 1}
    assert found(filters={"section": "publications"}).count() == 1
    assert found(filters={"year": "2020"}).count() == 0


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        lambda page: PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        ),
        lambda page: PublicationPage.objects.filter(pk=page.pk).update(state=PublicationPage.State.WITHDRAWN),
        lambda page: take_down(page.document, make_person("publishers"), "Names.", timezone.now()),
        lambda page: CustomDocument.objects.filter(pk=page.document.pk).update(taken_down_at=timezone.now()),
    ],
    ids=["unpublished", "private", "withdrawn", "taken down", "taken down behind the index’s back"],
)
def test_a_file_that_is_no_longer_public_is_gone_at_once(review, hide):
    hide(review)
    assert (found().count(), found().facet_counts, found()[0:10]) == (0, {}, [])


def test_the_name_of_a_file_that_was_taken_down_is_gone_at_once(review):
    assert found("findings").count() == 2
    take_down(review.document, make_person("publishers"), "Names.", timezone.now())
    assert found("findings").count() == 0
    assert not Entry.objects.filter(kind="document").exists()


def test_a_page_opened_again_brings_its_files_back(review):
    review.unpublish()
    read()
    assert not Entry.objects.filter(kind="document").exists()
    review.refresh_from_db()
    review.save_revision().publish()
    read()
    assert found().count() == 1


def test_many_pages_cost_as_many_queries_as_few(review, client, django_assert_max_num_queries):
    client.get("/search/?q=okapi")
    with django_assert_max_num_queries(20):
        client.get("/search/?q=okapi")


def test_a_file_found_by_its_title_alone_opens_at_its_beginning(review):
    hits = {hit.kind: hit for hit in found("findings")[0:10]}
    assert (hits["File"].url, hits["File"].place, hits["File"].others) == (review.document.url, "", [])


def test_a_file_that_the_register_enters_is_read(review):
    read()
    Entry.objects.filter(kind="document").delete()
    record(RegisterEntry.Event.PUBLISHED, review.document, review.document.versions.get(), timezone.now())
    read()
    assert found().count() == 1
