"""What comes in is inspected and mended; the original is kept, and nobody outside ever gets it."""

import errno
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission

from documents.models import AcceptedWarning, CustomDocument, PublicationFile, Upload
from documents.takedown import destroy, take_down
from documents.warnings import accept
from partnership.content.readiness import NotReadyToPublishError
from partnership.storage import PartnershipStorage
from tests.factories.people import make_person

from .inspection import files

PERSONAL = "Call 07700 900123."


@pytest.fixture(autouse=True)
def media(settings, tmp_path, home):
    """The disk, a real one."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def officer(client):
    """A document officer, signed in."""
    user = make_person("document_officers")
    client.force_login(user)
    return user


def stored(folder) -> list[str]:
    return sorted(path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file())


def add(client, content: bytes, name="review.pdf", title="Findings of the review", **more):
    return client.post(
        reverse("wagtaildocs:add"),
        {
            "title": title,
            "file": SimpleUploadedFile(name, content),
            "collection": 1,
            "language": "cy",
            **more,
        },
    )


def added(client, content: bytes, **more) -> CustomDocument:
    answer = add(client, content, **more)
    assert answer.status_code == 302, answer.context["form"].errors
    return CustomDocument.objects.get()


def body_of(response) -> bytes:
    return b"".join(response.streaming_content)


def original_url(document) -> str:
    return reverse("upload_desk:original", args=[document.versions.first().upload.pk])


class MendingTests:
    def test_the_public_copy_names_nobody_and_says_title_and_language(self, client, officer):
        document = added(client, files.clean_pdf(author="Jo Doe"))
        content = body_of(client.get(document.url))
        assert b"Jo Doe" not in content
        with pikepdf.open(BytesIO(content)) as pdf:
            assert str(pdf.docinfo["/Title"]) == "Findings of the review"
            assert str(pdf.Root.Lang) == "cy"
            assert "/Author" not in pdf.docinfo

    def test_the_report_says_what_was_mended(self, client, officer):
        document = added(client, files.clean_pdf(author="Jo Doe"))
        mended = {finding.code for finding in document.versions.get().upload.mended}
        assert mended == {"removed-names", "set-title", "set-language"}

    def test_pictures_in_a_file_lose_what_cameras_wrote(self, client, officer):
        exif = Image.Exif()
        exif[0x010F] = "A camera of Jo Doe"
        picture = BytesIO()
        Image.new("RGB", (8, 8)).save(picture, "JPEG", exif=exif)
        added(client, files.docx(parts={"word/media/image1.jpeg": picture.getvalue()}), name="notes.docx")
        document = CustomDocument.objects.get()
        assert b"A camera of Jo Doe" not in body_of(client.get(document.url))

    def test_a_clean_file_has_no_warning_at_all(self, client, officer):
        document = added(client, files.clean_pdf())
        assert document.versions.get().upload.warnings == []
        assert document.open_warnings == 0

    def test_what_the_form_says_is_no_longer_warned_of(self, client, officer):
        def nameless(pdf):
            del pdf.docinfo["/Title"]
            del pdf.Root["/Lang"]
            if "/Metadata" in pdf.Root:
                del pdf.Root["/Metadata"]

        document = added(client, files.changed_pdf(nameless))
        assert document.open_warnings == 0

    def test_a_signed_pdf_is_left_alone_and_warned_of(self, client, officer):
        def signed(pdf):
            pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())

        content = files.changed_pdf(signed)
        document = added(client, content)
        assert body_of(client.get(document.url)) == content
        assert [finding.code for finding in document.versions.get().upload.open_warnings] == ["signed"]


class OriginalTests:
    def test_it_is_kept_to_the_byte_for_those_who_look_after_the_document(self, client, officer):
        content = files.clean_pdf(author="Jo Doe")
        document = added(client, content)
        response = client.get(original_url(document))
        assert body_of(response) == content
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert response["Content-Disposition"].startswith("attachment")

    @pytest.mark.parametrize("role", [None, "committee_members", "programme_editors", "governance_officers"])
    def test_nobody_else_gets_it(self, client, officer, role, tree):
        document = added(client, files.clean_pdf())
        client.logout()
        if role:
            page = tree.committee if role in ("committee_members", "governance_officers") else tree.programme
            client.force_login(make_person(role, page))
        response = client.get(original_url(document))
        assert response.status_code in (302, 403)
        assert not response.streaming

    def test_its_address_on_the_disk_answers_nobody(self, client, officer):
        document = added(client, files.clean_pdf())
        assert client.get(f"/media/{document.versions.get().upload.file.name}").status_code == 404

    def test_a_replacement_keeps_both(self, client, officer, media):
        document = added(client, files.clean_pdf(author="Jo Doe"))
        url = reverse("wagtaildocs:edit", args=[document.pk])
        file = SimpleUploadedFile("again.pdf", files.clean_pdf(pages=2))
        client.post(url, {"title": "Findings", "file": file, "collection": 1, "language": "en-GB"})
        assert [version.number for version in document.versions.all()] == [2, 1]
        assert stored(media) == ["documents", "documents", "originals", "originals"]

    def test_it_is_out_of_reach_after_a_takedown_and_gone_when_that_is_decided(
        self, client, officer, media, django_user_model, django_capture_on_commit_callbacks
    ):
        document = added(client, files.clean_pdf())
        first, second = (django_user_model.objects.create_superuser(name) for name in ("first", "second"))
        now = timezone.now()
        with django_capture_on_commit_callbacks(execute=True):
            takedown = take_down(document, first, "It contained personal information.", now)
        assert client.get(original_url(document)).status_code == 302
        with django_capture_on_commit_callbacks(execute=True):
            destroy(takedown, second, "Not to be kept.", now)
        assert stored(media) == []

    def test_it_goes_with_a_document_that_never_was_public(
        self, client, officer, media, django_capture_on_commit_callbacks
    ):
        document = added(client, files.clean_pdf())
        with django_capture_on_commit_callbacks(execute=True):
            document.delete()
        assert {path.name for path in media.rglob("*")} == {"documents", "originals"}


class WarningTests:
    def test_a_file_with_a_warning_cannot_go_public(self, client, officer, publication):
        document = added(client, files.clean_pdf(words=PERSONAL))
        publication.files.add(PublicationFile(document=document))
        with pytest.raises(NotReadyToPublishError, match="The inspection warned of something in"):
            publication.save_revision().publish()

    def test_not_even_by_a_link_in_a_text(self, client, officer, publication):
        document = added(client, files.clean_pdf(words=PERSONAL))
        publication.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Findings</a></p>')]
        publication.save_revision().publish()
        client.logout()
        assert client.get(document.url).status_code == 404

    def test_accepted_with_a_reason_it_goes_out(self, client, officer, publication):
        document = added(client, files.clean_pdf(words=PERSONAL))
        upload = document.versions.get().upload
        now = timezone.now()
        accept(upload, {"mobile-number": ("public", "The team’s own number.")}, officer, now)
        accepted = AcceptedWarning.objects.get()
        assert (accepted.accepted_by, accepted.accepted_at) == (officer, now)
        assert accepted.in_words == "It is meant to be public. The team’s own number."
        document.refresh_from_db()
        publication.files.add(PublicationFile(document=document))
        publication.save_revision().publish()
        client.logout()
        assert client.get(document.url).status_code == 200

    def test_a_file_already_public_is_not_replaced_by_one_with_a_warning(self, client, officer, publication):
        document = added(client, files.clean_pdf())
        publication.files.add(PublicationFile(document=document))
        publication.save_revision().publish()
        client.force_login(make_person("publishers"))
        url = reverse("wagtaildocs:edit", args=[document.pk])
        file = SimpleUploadedFile("again.pdf", files.clean_pdf(words=PERSONAL))
        typed = {"title": "F", "collection": 1, "language": "en-GB", "change_note": "A figure was wrong."}
        response = client.post(url, {**typed, "file": file})
        assert "The public would get this file at once" in response.content.decode()
        assert document.versions.count() == 1


class SameBytesTests:
    @pytest.fixture
    def same(self):
        """The bytes of one file."""
        return files.clean_pdf()

    def test_a_file_that_is_there_is_pointed_to(self, client, officer, same):
        added(client, same)
        response = add(client, same)
        assert "in the library already, as “Findings of the review”" in response.content.decode()
        assert CustomDocument.objects.count() == Upload.objects.count() == 1

    def test_the_published_copy_is_known_too(self, client, officer):
        document = added(client, files.clean_pdf(author="Jo Doe"))
        response = add(client, body_of(client.get(document.url)))
        assert "in the library already" in response.content.decode()

    def test_the_chooser_says_so_too(self, client, officer, same):
        added(client, same)
        fields = {"title": "Again", "file": SimpleUploadedFile("a.pdf", same), "language": "en-GB"}
        answer = client.post(
            reverse("wagtaildocs_chooser:create"),
            {f"document-chooser-upload-{key}": value for key, value in {**fields, "collection": 1}.items()},
        )
        assert "in the library already" in answer.json()["htmlFragment"]

    def test_nobody_learns_of_a_document_that_they_may_not_see(self, client, officer, same):
        elsewhere = Collection.get_first_root_node().add_child(name="Elsewhere")
        document = added(client, same)
        CustomDocument.objects.update(collection=elsewhere, uploaded_by_user=None)
        own = Collection.get_first_root_node().add_child(name="Own")
        GroupCollectionPermission.objects.filter(group__in=officer.groups.all()).update(collection=own)
        response = add(client, same, title="Mine", collection=own.pk)
        assert response.status_code == 302
        assert CustomDocument.objects.exclude(pk=document.pk).count() == 1


class FailedSaveTests:
    def test_leaves_neither_file_nor_row(self, client, officer, media, monkeypatch):
        def broken(*args, **kwargs):
            raise RuntimeError("the database went away")

        monkeypatch.setattr("documents.models.document.DocumentVersion.objects.create", broken)
        with pytest.raises(RuntimeError):
            add(client, files.clean_pdf())
        assert stored(media) == []
        assert not CustomDocument.objects.exists()
        assert not Upload.objects.exists()

    def test_an_original_that_cannot_be_written_takes_the_copy_with_it(
        self, client, officer, media, monkeypatch
    ):
        write = PartnershipStorage._save

        def full(self, name, content):
            if name.startswith("originals/"):
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(self, name, content)

        monkeypatch.setattr(PartnershipStorage, "_save", full)
        client.raise_request_exception = False
        add(client, files.clean_pdf())
        assert stored(media) == []
        assert not CustomDocument.objects.exists()
