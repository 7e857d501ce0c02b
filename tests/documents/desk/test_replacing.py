"""Replacing a file over the desk: its link stays, and what is public changes only by those who may publish it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from documents.desk.filing import NotFiledError, file_uploads
from documents.models import CustomDocument, PublicationPage, RegisterEntry, Upload
from documents.replacing import ASK_A_PUBLISHER, NOT_YOURS_TO_REPLACE
from tests.documents.inspection import files
from tests.factories.people import make_person

from .pressing import DESK, PERSONAL, send, words


class ReplacingTests:
    @pytest.fixture
    def document(self, client, bring):
        bring({"one.pdf": files.clean_pdf()})
        send(client, "file", **{"to-destination": "library"})
        return CustomDocument.objects.get(title="Findings")

    def test_the_link_stays_and_the_old_file_is_kept(self, client, bring, document):
        bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        send(client, "file", **{"to-destination": "library"})
        document.refresh_from_db()
        assert document.filename == "two.pdf"
        assert (document.pages, document.versions.count()) == (2, 2)

    def test_the_same_file_again_is_no_replacement(self, client, bring, document):
        with document.versions.get().upload.file.open() as file:
            screen = bring({"one.pdf": file.read()}, replaces=document.pk)
        assert "This is the file that is there already." in words(screen)

    def test_what_the_public_has_is_not_replaced_by_a_file_with_a_warning(
        self, client, bring, document, tree
    ):
        tree.publication.files.create(document=document)
        tree.publication.save_revision().publish()
        client.force_login(make_person("publishers"))
        bring({"two.pdf": files.clean_pdf(words=PERSONAL)}, replaces=document.pk)
        upload = Upload.objects.get(state="on_desk")
        noted = {"to-destination": "library", f"file-{upload.pk}-change_note": "The figure for May was 12."}
        answer = send(client, "file", **noted)
        assert "accept each warning with a reason" in words(answer)
        assert document.versions.count() == 1
        send(client, "file", **noted, **{f"file-{upload.pk}-mobile-number-reason": "false_alarm"})
        assert document.versions.count() == 2

    def test_what_was_public_is_replaced_only_with_a_note(self, client, bring, document, tree):
        tree.publication.files.create(document=document)
        tree.publication.save_revision().publish()
        client.force_login(make_person("publishers"))
        bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        answer = send(client, "file", **{"to-destination": "library"})
        assert "Say in a sentence for the public what has changed" in words(answer)
        assert document.versions.count() == 1
        note = f"file-{Upload.objects.get(state='on_desk').pk}-change_note"
        assert "Say in a sentence" not in words(send(client, "save"))
        send(client, "file", **{"to-destination": "library", note: "The figure for May was 12."})
        line = RegisterEntry.objects.first()
        assert (line.event, line.reason) == ("replaced", "The figure for May was 12.")

    def test_what_is_public_is_not_for_an_officer_to_replace(self, client, bring, document, tree):
        tree.publication.files.create(document=document)
        tree.publication.save_revision().publish()
        assert NOT_YOURS_TO_REPLACE in words(client.get(f"{DESK}?replace={document.pk}"))
        screen = bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        assert "Not taken" in words(screen)
        assert ASK_A_PUBLISHER in words(screen)
        assert not Upload.objects.filter(state="on_desk").exists()

    def test_nor_with_a_file_that_lay_on_the_desk_before(self, client, bring, document, tree, officer):
        bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        tree.publication.files.create(document=document)
        tree.publication.save_revision().publish()
        upload = Upload.objects.get(state="on_desk")
        noted = {"to-destination": "library", f"file-{upload.pk}-change_note": "The figure for May was 12."}
        assert NOT_YOURS_TO_REPLACE in words(send(client, "file", **noted))
        with pytest.raises(NotFiledError, match="Ask a publisher"):
            file_uploads([upload], officer, timezone.now(), list)
        assert document.versions.count() == 1

    def test_what_was_approved_for_a_moment_is_not_for_an_officer_to_replace(
        self, client, bring, document, tree, officer
    ):
        bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        page = PublicationPage.objects.get(pk=tree.publication.pk)
        page.files.create(document=document)
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        assert NOT_YOURS_TO_REPLACE in words(send(client, "file", **{"to-destination": "library"}))
        with pytest.raises(NotFiledError, match="approved and waits for its time"):
            file_uploads([Upload.objects.get(state="on_desk")], officer, timezone.now(), list)
        assert document.versions.count() == 1

    @pytest.mark.parametrize("key", ["9" * 5000, "zz", "²"])
    def test_a_key_that_is_none_names_nothing(self, client, bring, key):
        screen = bring({"one.pdf": files.clean_pdf()}, replaces=key, collection=key)
        assert screen.status_code == 200
        assert Upload.objects.get().replaces is None
        assert client.get(DESK, {"replace": key}).status_code == 200

    def test_somebody_elses_document_is_not_to_be_replaced(self, client, bring, document, tree):
        client.force_login(make_person("programme_editors", tree.programme))
        assert client.get(f"{DESK}?replace={document.pk}").status_code == 302
