"""A file that is public is replaced by those only who may publish a page that shows it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from documents.models import CustomDocument, PublicationFile, PublicationPage
from documents.replacing import NOT_YOURS_TO_REPLACE, is_only_for_publishers
from partnership.content.visibility import Audience
from tests.documents.inspection import files
from tests.factories.people import make_person


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def sign_in(client, home):
    """A function that signs in somebody with a role, here or for a branch."""

    def sign_in(role, page=None):
        person = make_person(role, page)
        client.force_login(person)
        return person

    return sign_in


def replace(client, document, **typed):
    fields = {"title": "Findings", "collection": 1, "language": "en-GB", **typed}
    file = SimpleUploadedFile("again.pdf", files.clean_pdf(pages=2))
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), {**fields, "file": file})


class DocumentScreenTests:
    @pytest.mark.parametrize("role", ["document_officers", "editors"])
    def test_who_may_not_publish_is_sent_to_those_who_may(self, client, sign_in, role, shown):
        sign_in(role)
        screen = client.get(reverse("wagtaildocs:edit", args=[shown.pk])).content.decode()
        assert NOT_YOURS_TO_REPLACE in screen
        assert 'name="change_note"' not in screen
        answer = replace(client, shown, change_note="The figure for May was 12.")
        assert f"{NOT_YOURS_TO_REPLACE}" in answer.context["form"].errors["file"]
        assert shown.versions.count() == 1

    def test_the_rest_of_it_they_may_change(self, client, sign_in, shown):
        sign_in("document_officers")
        fields = {"title": "Better words", "collection": 1, "language": "en-GB"}
        assert client.post(reverse("wagtaildocs:edit", args=[shown.pk]), fields).status_code == 302
        assert CustomDocument.objects.get(pk=shown.pk).title == "Better words"
        assert shown.versions.count() == 1

    @pytest.mark.parametrize("role", ["publishers", "administrators"])
    def test_who_may_publish_replaces_it(self, client, sign_in, role, shown):
        sign_in(role)
        assert replace(client, shown, change_note="The figure for May was 12.").status_code == 302
        assert shown.versions.count() == 2

    def test_an_officer_replaces_what_is_not_public_yet(self, client, sign_in, publication, document):
        publication.unpublish()
        publication.files.add(PublicationFile(document=document))
        publication.save()
        sign_in("document_officers")
        assert replace(client, document).status_code == 302
        assert document.versions.count() == 2

    def test_an_officer_replaces_what_no_page_shows_any_more(self, client, sign_in, publication, shown):
        publication.unpublish()
        sign_in("document_officers")
        assert replace(client, shown, change_note="The figure for May was 12.").status_code == 302
        assert shown.versions.count() == 2


def test_one_showing_page_that_somebody_may_publish_is_enough(tree, document):
    for page in (tree.publication, tree.committee):
        page.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Findings</a></p>')]
        page.save_revision().publish()
    officer = make_person("governance_officers", tree.committee)
    assert not is_only_for_publishers(document, officer, Audience())
    tree.committee.body = []
    tree.committee.save_revision().publish()
    assert is_only_for_publishers(document, officer, Audience())
    assert is_only_for_publishers(document, None, Audience())


class ScheduledTests:
    """What was approved for a moment to come does not change unseen."""

    @pytest.fixture
    def approved(self, publication, document):
        """The document as a file of a publication that was approved for tomorrow."""
        publication.unpublish()
        publication = PublicationPage.objects.get(pk=publication.pk)
        publication.files = [PublicationFile(document=document)]
        publication.go_live_at = timezone.now() + timedelta(days=1)
        publication.save_revision().publish()
        assert not PublicationPage.objects.get(pk=publication.pk).live
        return document

    def test_an_officer_is_sent_to_those_who_may_publish(self, client, sign_in, approved):
        sign_in("document_officers")
        answer = replace(client, approved)
        assert NOT_YOURS_TO_REPLACE in answer.context["form"].errors["file"]
        assert approved.versions.count() == 1

    def test_who_may_publish_replaces_it(self, client, sign_in, approved):
        sign_in("publishers")
        assert replace(client, approved).status_code == 302
        assert approved.versions.count() == 2

    def test_a_file_that_a_new_draft_of_a_live_page_brings_counts(
        self, client, sign_in, publication, document
    ):
        publication.save_revision().publish()
        page = PublicationPage.objects.get(pk=publication.pk)
        page.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Findings</a></p>')]
        page.change_note = "A file was added."
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        assert is_only_for_publishers(document, make_person("document_officers"), Audience())

    def test_once_it_is_off_the_schedule_an_officer_may(self, client, sign_in, publication, approved):
        revision = PublicationPage.objects.get(pk=publication.pk).scheduled_revision
        revision.approved_go_live_at = None
        revision.save()
        sign_in("document_officers")
        assert replace(client, approved).status_code == 302
