"""The way of a file over the upload desk, and what is read from it, where files are kept in an S3-compatible store."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from documents.desk.rescanning import scan_waiting_uploads
from documents.leftovers import remove_leftovers
from documents.models import CustomDocument, DocumentVersion, PublicationPage, Reading, Upload
from documents.reading.tasks import read_version
from documents.takedown import take_down
from tests.documents.desk.pressing import PERSONAL, send, words
from tests.documents.inspection import files
from tests.documents.reading.conftest import kept
from tests.factories.people import make_person

TO_THE_LIBRARY = {"to-destination": "library"}


def keys(bucket) -> list[str]:
    """The objects of the store, by the folder that each is in."""
    return sorted(entry.key.split("/")[0] for entry in bucket.objects.all())


@pytest.fixture
def bring(client, tree, bucket):
    """Bring files in over the plain form, as a document officer: contents by name. Answers the screen."""
    client.force_login(make_person("document_officers"))

    def bring(contents: dict[str, bytes], **more):
        uploads = [SimpleUploadedFile(name, content) for name, content in contents.items()]
        return client.post(reverse("upload_desk:receive"), {"files": uploads, **more})

    return bring


class DeskTests:
    def test_what_is_taken_is_kept_and_what_is_refused_leaves_nothing(self, bring, bucket):
        sent = files.clean_pdf()
        screen = bring({"good.pdf": sent, "run.pdf": files.PROGRAM})
        assert "Not taken" in words(screen)
        assert keys(bucket) == ["originals"]
        assert default_storage.open(Upload.objects.get().file.name).read() == sent

    def test_handed_on_it_is_mended_and_the_original_is_kept_private(self, client, bring, bucket, tree):
        sent = files.clean_pdf(author="Jo Doe")
        bring({"named.pdf": sent})
        send(client, "file", **{"to-destination": "existing", "to-publication": tree.publication.pk})
        document = CustomDocument.objects.get(title="Findings")
        assert keys(bucket) == ["documents", "originals"]
        assert b"Jo Doe" not in document.file.open().read()
        original = reverse("upload_desk:original", args=[document.versions.get().upload.pk])
        assert b"".join(client.get(original).streaming_content) == sent
        draft = PublicationPage.objects.get(pk=tree.publication.pk).get_latest_revision_as_object()
        draft.save_revision().publish()
        client.logout()
        assert client.get(document.url).status_code == 200
        assert client.get(original).status_code == 302

    def test_a_replacement_keeps_the_file_before(self, client, bring, bucket):
        bring({"one.pdf": files.clean_pdf()})
        send(client, "file", **TO_THE_LIBRARY)
        document = CustomDocument.objects.get(title="Findings")
        bring({"two.pdf": files.clean_pdf(pages=2)}, replaces=document.pk)
        send(client, "file", **TO_THE_LIBRARY)
        assert document.versions.count() == 2
        assert keys(bucket) == ["documents", "documents", "originals", "originals"]
        old = document.versions.get(number=1)
        assert client.get(document.version_url(old)).status_code == 200

    def test_removed_from_the_desk_it_is_removed_from_the_store(
        self, client, bring, bucket, django_capture_on_commit_callbacks
    ):
        bring({"good.pdf": files.clean_pdf(words=PERSONAL)})
        with django_capture_on_commit_callbacks(execute=True):
            send(client, f"discard-{Upload.objects.get().pk}")
        assert not Upload.objects.exists()
        assert keys(bucket) == []

    def test_what_no_scanner_answered_for_waits_there_and_is_let_on(self, bring, bucket, settings, tmp_path):
        settings.CLAMAV_SOCKET = str(tmp_path / "nobody-listens")
        bring({"good.pdf": files.clean_pdf()})
        assert Upload.objects.get().state == Upload.State.WAITING
        settings.CLAMAV_SOCKET = ""
        assert scan_waiting_uploads(timezone.now()) == 1
        assert Upload.objects.get().state == Upload.State.ON_DESK

    def test_where_the_row_cannot_be_written_the_bytes_go_again(self, bring, bucket, monkeypatch):
        def broken(*args, **kwargs):
            raise DatabaseError("The database went away.")

        monkeypatch.setattr(Upload, "save_base", broken)
        with pytest.raises(DatabaseError):
            bring({"good.pdf": files.clean_pdf()})
        assert keys(bucket) == []


class ReadingTests:
    @pytest.fixture
    def document(self, bucket, db, django_capture_on_commit_callbacks):
        """A document of two pages, read as it comes in."""
        with django_capture_on_commit_callbacks(execute=True):
            CustomDocument.objects.create(
                title="Findings", file=ContentFile(files.clean_pdf(pages=2), name="findings.pdf")
            )
        return CustomDocument.objects.get()

    def test_its_text_is_taken_and_its_first_page_drawn(self, client, shown):
        reading = Reading.objects.get(document=shown)
        assert (reading.state, reading.text_pages) == (Reading.State.DONE, 2)
        assert client.get(reverse("page_text", args=[shown.public_id, 1])).status_code == 200
        answer = client.get(reverse("first_page", args=[shown.public_id, 1]))
        with Image.open(BytesIO(b"".join(answer.streaming_content))) as picture:
            assert picture.width == reading.picture_width

    def test_read_again_it_has_one_picture(self, document, bucket, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            kept(document, ["Words."], picture=default_storage.open(document.reading.picture.name).read())
        assert [entry.key for entry in bucket.objects.all() if "first-page" in entry.key] == [
            Reading.objects.get().picture.name
        ]

    def test_text_and_picture_go_with_a_takedown(
        self, client, shown, bucket, django_user_model, django_capture_on_commit_callbacks
    ):
        picture = reverse("first_page", args=[shown.public_id, 1])
        person = django_user_model.objects.create_superuser("first")
        with django_capture_on_commit_callbacks(execute=True):
            take_down(shown, person, "It contained personal information.", timezone.now())
        assert client.get(picture).status_code == 410
        assert keys(bucket) == ["quarantine"]

    def test_a_file_that_is_gone_is_a_failure_that_says_so(self, document, bucket):
        bucket.Object(document.file.name).delete()
        Reading.objects.update(state=Reading.State.WAITING)
        read_version.call(DocumentVersion.objects.get().pk)
        assert "should be stored" in Reading.objects.get().problem


class LeftoverTests:
    LATER = timedelta(days=2)

    def test_only_what_no_row_names_is_swept_away_and_only_once_it_is_old(self, bucket, shown):
        bring_in = {"documents/abc/def/lost.pdf": b"lost", "originals/abc/lost.pdf": b"lost"}
        for key, content in {**bring_in, "images/other.png": b"not ours"}.items():
            bucket.put_object(Key=key, Body=content)
        assert remove_leftovers(timezone.now()) == []
        assert sorted(remove_leftovers(timezone.now() + self.LATER)) == sorted(bring_in)
        assert {entry.key for entry in bucket.objects.all()} == {shown.file.name, "images/other.png"}

    def test_an_empty_store_has_none(self, bucket, db):
        assert remove_leftovers(timezone.now() + self.LATER) == []
