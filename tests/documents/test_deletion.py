"""Nothing that was ever public is deleted in the admin, whichever way somebody tries; what never was, may be."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Collection, Page

from documents.models import CustomDocument, PublicationFile, PublicationPage
from tests.factories.pages import PublicationPageFactory
from tests.factories.records import DocumentFactory


@pytest.fixture
def review(home):
    """A publication that is public, with its file."""
    page = PublicationPageFactory(title="A review")
    page.files = [PublicationFile(document=DocumentFactory(title="Findings"))]
    page.save_revision().publish()
    return PublicationPage.objects.get(pk=page.pk)


@pytest.fixture
def file(review):
    return review.files.get().document


def delete_page(page):
    return reverse("wagtailadmin_pages:delete", args=[page.pk]), {}


def delete_ticked(kind, thing):
    app = "wagtailcore" if kind == "page" else "documents"
    url = reverse("wagtail_bulk_action", args=[app, kind, "delete"])
    return f"{url}?id={thing.pk}&next=/admin/", {}


def said(answer) -> str:
    """What the next screen says."""
    return " ".join(str(message) for message in answer.context["messages"])


class PublicPageTests:
    @pytest.mark.parametrize("state", ["live", "unpublished", "withdrawn"])
    def test_stays_and_the_editor_is_told_why(self, admin_client, review, state):
        if state == "unpublished":
            review.unpublish()
        if state == "withdrawn":
            PublicationPage.objects.filter(pk=review.pk).update(state="withdrawn")
        for url, data in (delete_page(review), delete_ticked("page", review)):
            answer = admin_client.post(url, data, follow=True)
            assert "“A review” was public, so it cannot be deleted." in said(answer)
        review.refresh_from_db()

    def test_stays_with_the_branch_above(self, admin_client, review):
        index = review.get_parent()
        for url, data in (delete_page(index), delete_ticked("page", index)):
            assert "“A review” was public" in said(admin_client.post(url, data, follow=True))
        review.refresh_from_db()

    @pytest.mark.parametrize("above", [False, True])
    def test_stays_where_code_deletes_it(self, review, above):
        page = Page.objects.get(pk=review.get_parent().pk if above else review.pk)
        with pytest.raises((PermissionDenied, ProtectedError)), transaction.atomic():
            page.delete()
        assert PublicationPage.objects.filter(pk=review.pk).exists()

    def test_one_that_never_was_public_goes(self, admin_client, home):
        draft = PublicationPageFactory(title="A draft", draft=True)
        admin_client.post(*delete_page(draft))
        assert not PublicationPage.objects.filter(pk=draft.pk).exists()


class PublicFileTests:
    def test_stays_and_the_officer_is_told_why(self, admin_client, review, file):
        single = reverse("wagtaildocs:delete", args=[file.pk])
        ticked = delete_ticked("customdocument", file)[0]
        assert "“Findings” was public" in said(admin_client.get(single, follow=True))
        assert "“Findings” was public" in said(admin_client.post(single, follow=True))
        assert "“Findings” was public" in said(admin_client.post(ticked, follow=True))
        review.files, review.change_note = [], "A file was taken off."
        review.save_revision().publish()
        for url in (single, ticked):
            assert "“Findings” was public" in said(admin_client.post(url, follow=True))
        file.refresh_from_db()
        assert file.file.storage.exists(file.file.name)

    def test_stays_where_code_deletes_it(self, review, file):
        with pytest.raises((PermissionDenied, ProtectedError)):
            CustomDocument.objects.filter(pk=file.pk).delete()

    def test_stays_when_its_collection_or_its_uploader_goes(
        self, admin_client, review, file, django_user_model
    ):
        file.collection = Collection.get_first_root_node().add_child(name="Reviews")
        file.uploaded_by_user = django_user_model.objects.create_user(
            "gone", "gone@example.org", "a-long-password"
        )
        file.save()
        admin_client.post(reverse("wagtailadmin_collections:delete", args=[file.collection.pk]))
        file.uploaded_by_user.delete()
        file.refresh_from_db()
        assert file.collection.name == "Reviews"

    def test_one_that_a_draft_carries_is_not_deleted_under_it(self, admin_client, home):
        draft = PublicationPageFactory(title="A draft", draft=True)
        carried = DocumentFactory(title="Carried")
        PublicationFile.objects.create(publication=draft, document=carried)
        answer = admin_client.post(reverse("wagtaildocs:delete", args=[carried.pk]), follow=True)
        assert "“Carried” is a file of the publication “A draft”" in said(answer)
        answer = admin_client.post(*delete_ticked("customdocument", carried), follow=True)
        assert "“Carried” is a file of the publication “A draft”" in said(answer)
        carried.refresh_from_db()

    def test_one_that_never_was_public_goes(self, admin_client, db):
        single, several = DocumentFactory(title="One"), DocumentFactory(title="Two")
        admin_client.post(reverse("wagtaildocs:delete", args=[single.pk]))
        admin_client.post(*delete_ticked("customdocument", several))
        assert not CustomDocument.objects.exists()

    def test_who_may_not_delete_is_told_nothing_of_it(self, client, review, file, django_user_model):
        client.force_login(django_user_model.objects.create_user("reader", password="a-long-password"))
        answer = client.post(reverse("wagtaildocs:delete", args=[file.pk]), follow=True)
        assert "Findings" not in answer.content.decode()
