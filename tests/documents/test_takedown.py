"""A file with personal data is out of reach within the request, and comes back or goes only by decision."""

import errno

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone

from documents.models import PublicationFile, RegisterEntry
from documents.register import faults
from documents.takedown import destroy, document_taken_down, put_back, quarantine_what_was_left, take_down

REASON = "It contained personal information."


@pytest.fixture
def officers(django_user_model):
    """Two people who may take files down."""
    permission = Permission.objects.get(codename="take_down_document")
    people = [
        django_user_model.objects.create_user(name, f"{name}@example.org") for name in ("first", "second")
    ]
    for person in people:
        person.user_permissions.add(permission)
    return people


@pytest.fixture
def down(shown, officers, django_capture_on_commit_callbacks):
    """A public document of two versions, taken down."""
    shown.file = ContentFile(b"%PDF-1.7 second", name="findings.pdf")
    shown.save()
    with django_capture_on_commit_callbacks(execute=True):
        takedown = take_down(shown, officers[0], REASON, timezone.now())
    shown.refresh_from_db()
    return takedown


class TakeDownTests:
    def test_every_version_stops_answering_and_the_page_says_why(self, client, shown, down):
        for address in [shown.url, *(shown.version_url(v) for v in shown.versions.all())]:
            response = client.get(address)
            assert response.status_code == 410
            assert REASON in response.content.decode()
            assert response["Cache-Control"] == "private, no-store"

    def test_the_pages_that_show_it_say_that_it_was_removed_and_why(self, client, publication, shown, down):
        publication.body = [("document_list", {"heading": "", "documents": [shown]})]
        publication.change_note = "The file is named above too."
        publication.save_revision().publish()
        page = client.get(publication.url).content.decode()
        assert page.count(REASON) == 2
        assert shown.url not in page
        assert f"/files/{shown.public_id}/" not in page

    def test_a_page_tells_nothing_of_a_file_that_never_was_public(
        self, client, publication, document, officers
    ):
        take_down(document, officers[0], REASON, timezone.now())
        publication.files.add(PublicationFile(document=document))
        publication.save_revision().publish()
        page = client.get(publication.url).content.decode()
        assert "This file is not available at the moment." in page
        assert REASON not in page
        assert document.public_id not in page

    def test_staff_cannot_open_it_either(self, admin_client, shown, down):
        assert admin_client.get(shown.url).status_code == 410

    def test_a_reader_who_has_it_is_not_told_that_it_still_holds(self, client, shown, down):
        etag = f'"{shown.versions.first().sha256}"'
        assert client.get(shown.url, headers={"If-None-Match": etag}).status_code == 410

    def test_the_bytes_lie_in_quarantine_and_nowhere_else(self, shown, down):
        names = [version.file.name for version in shown.versions.all()]
        assert all(name.startswith("quarantine/") and default_storage.exists(name) for name in names)
        assert shown.file.name == names[0]
        assert not default_storage.exists(f"documents/{shown.public_id}")

    def test_bytes_that_cannot_be_moved_stop_no_takedown(
        self, client, shown, officers, monkeypatch, django_capture_on_commit_callbacks
    ):
        def full(*args, **kwargs):
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as disk, django_capture_on_commit_callbacks(execute=True):
            disk.setattr(FileSystemStorage, "_save", full)
            take_down(shown, officers[0], REASON, timezone.now())
        assert client.get(shown.url).status_code == 410
        assert default_storage.exists(shown.file.name)
        with django_capture_on_commit_callbacks(execute=True):
            quarantine_what_was_left()
        assert shown.versions.get().file.name.startswith("quarantine/")
        assert not default_storage.exists(shown.file.name)

    def test_it_is_entered_in_the_register(self, down):
        lines = RegisterEntry.objects.filter(event="taken_down")
        assert sorted(line.version for line in lines) == [1, 2]
        assert {line.reason for line in lines} == {REASON}
        assert list(faults()) == []

    def test_those_who_keep_something_made_of_it_are_told(self, shown, officers):
        told = []
        document_taken_down.connect(receiver := lambda document, **kwargs: told.append(document.pk))
        take_down(shown, officers[0], REASON, timezone.now())
        document_taken_down.disconnect(receiver)
        assert told == [shown.pk]

    def test_asking_twice_is_one_takedown(self, shown, officers, down):
        assert take_down(shown, officers[1], "Again", timezone.now()) == down

    def test_a_file_that_never_was_public_is_not_mentioned(self, client, document, officers):
        take_down(document, officers[0], REASON, timezone.now())
        assert client.get(document.url).status_code == 404
        assert not RegisterEntry.objects.exists()

    def test_somebody_without_the_right_cannot(self, shown, django_user_model):
        with pytest.raises(PermissionDenied):
            take_down(shown, django_user_model.objects.create_user("clerk"), REASON, timezone.now())


class DecisionTests:
    def test_put_back_it_is_public_again(
        self, client, shown, down, officers, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            put_back(down, officers[0], "Nothing personal in it.", timezone.now())
        response = client.get(shown.url)
        assert response.status_code == 200
        assert b"".join(response.streaming_content) == b"%PDF-1.7 second"

    def test_destroying_takes_a_second_person(self, down, officers):
        with pytest.raises(PermissionDenied):
            destroy(down, officers[0], "Confirmed.", timezone.now())

    def test_destroyed_bytes_are_gone_and_the_record_stays(
        self, client, shown, down, officers, django_capture_on_commit_callbacks
    ):
        names = [version.file.name for version in shown.versions.all()]
        with django_capture_on_commit_callbacks(execute=True):
            destroy(down, officers[1], "Confirmed.", timezone.now())
        assert not any(default_storage.exists(name) for name in names)
        assert client.get(shown.url).status_code == 410
        assert shown.versions.count() == 2

    def test_a_decision_is_taken_once(self, down, officers):
        destroy(down, officers[1], "Confirmed.", timezone.now())
        with pytest.raises(PermissionDenied):
            put_back(down, officers[1], "No.", timezone.now())
