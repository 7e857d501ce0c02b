"""A file is read in the background: its text page by page, and a picture of its first page."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from documents.inspection import limits, sandbox
from documents.models import DocumentVersion, PageText, Reading
from documents.reading import tasks
from documents.reading.catching_up import catch_up
from documents.reading.keeping import page_texts_changed
from documents.takedown import put_back, take_down
from partnership.jobs.retries import ATTEMPTS

from ..inspection import files

State = Reading.State


class ReadTests:
    def test_each_page_has_its_text_and_the_first_a_picture(self, upload):
        document = upload(files.clean_pdf(pages=3))
        reading = document.reading
        assert reading.state == State.DONE
        assert document.pages == reading.page_count == reading.text_pages == 3
        texts = list(document.versions.get().page_texts.values_list("number", "text"))
        assert [number for number, _ in texts] == [1, 2, 3]
        assert "Part 2" in texts[1][1]
        with Image.open(BytesIO(default_storage.open(reading.picture.name).read())) as picture:
            assert picture.size == (reading.picture_width, reading.picture_height)
            assert picture.width == 240

    def test_a_word_document_has_one_text_and_no_picture(self, upload):
        document = upload(files.docx(), "findings.docx")
        assert [page.text for page in document.versions.get().page_texts.all()] == ["Findings."]
        assert not document.reading.picture
        assert document.pages is None

    def test_a_recording_has_nothing_to_read(self, upload):
        assert upload(b"ID3 sound", "talk.mp3").reading.state == State.NOTHING

    def test_a_file_that_cannot_be_read_says_so_to_its_editor(self, upload):
        reading = upload(b"%PDF-1.7 not really").reading
        assert (reading.state, reading.attempts) == (State.FAILED, 1)
        assert "cannot be opened" in reading.problem

    def test_it_still_can_be_opened_by_the_public(self, client, shown, upload):
        document = upload(b"%PDF-1.7 not really", document=shown)
        assert document.reading.state == State.FAILED
        assert client.get(document.url).status_code == 200

    def test_what_breaks_off_is_tried_again_and_then_given_up(self, upload, monkeypatch):
        monkeypatch.setattr(limits, "READING_WALL_SECONDS", 0.01)
        document = upload(files.clean_pdf())
        assert (document.reading.state, document.reading.attempts) == (State.WAITING, 1)
        assert document.reading.problem == tasks.BROKE_OFF
        for _ in range(ATTEMPTS - 2):
            with pytest.raises(sandbox.NotDoneError):
                tasks.read_version.call(document.versions.get().pk)
        tasks.read_version.call(document.versions.get().pk)
        document.reading.refresh_from_db()
        assert (document.reading.state, document.reading.attempts) == (State.FAILED, ATTEMPTS)

    def test_reading_twice_is_reading_once(self, upload, django_capture_on_commit_callbacks):
        document = upload(files.clean_pdf(pages=2))
        Reading.objects.update(state=State.WAITING)
        with django_capture_on_commit_callbacks(execute=True):
            tasks.read_version.call(document.versions.get().pk)
        assert PageText.objects.count() == 2
        _, pictures = default_storage.listdir(f"documents/{document.public_id}")
        assert len(pictures) == 1

    def test_a_replacement_is_read_and_the_earlier_text_stays_with_its_version(self, upload):
        document = upload(files.clean_pdf(pages=1))
        upload(files.clean_pdf(pages=2), document=document)
        assert document.reading.version.number == 2
        assert [version.page_texts.count() for version in document.versions.order_by("number")] == [1, 2]

    def test_a_file_that_is_gone_from_the_disk_is_a_failure_that_says_so(self, upload):
        document = upload(files.clean_pdf())
        default_storage.delete(document.file.name)
        Reading.objects.update(state=State.WAITING)
        tasks.read_version.call(document.versions.get().pk)
        document.reading.refresh_from_db()
        assert "should be stored" in document.reading.problem


class ToldTests:
    @pytest.fixture
    def told(self):
        heard = []
        page_texts_changed.connect(receiver := lambda version, **kwargs: heard.append(version.pk))
        yield heard
        page_texts_changed.disconnect(receiver)

    def test_those_who_keep_something_made_of_the_texts_are_told(self, upload, told):
        document = upload(files.clean_pdf())
        assert told == [document.versions.get().pk]


class TakenDownTests:
    @pytest.fixture
    def officer(self, django_user_model):
        user = django_user_model.objects.create_user("officer")
        user.user_permissions.add(Permission.objects.get(codename="take_down_document"))
        return user

    def test_text_and_picture_go_at_once_and_come_back_with_the_file(
        self, upload, officer, django_capture_on_commit_callbacks
    ):
        document = upload(files.clean_pdf())
        picture = document.reading.picture.name
        with django_capture_on_commit_callbacks(execute=True):
            takedown = take_down(document, officer, "It was wrong.", timezone.now())
        assert not PageText.objects.exists()
        assert not default_storage.exists(picture)
        assert Reading.objects.get().state == State.REMOVED
        with django_capture_on_commit_callbacks(execute=True):
            put_back(takedown, officer, "Nothing in it.", timezone.now())
        assert PageText.objects.exists()
        assert default_storage.exists(Reading.objects.get().picture.name)

    def test_nothing_is_kept_of_a_file_taken_down_while_it_was_read(self, upload, officer, monkeypatch):
        document = upload(files.clean_pdf())
        Reading.objects.update(state=State.WAITING)

        def take_down_meanwhile(path, name):
            take_down(document, officer, "It was wrong.", timezone.now())
            return {"pages": ["Her name"], "withheld": [], "page_count": 1}

        monkeypatch.setattr(tasks, "read_apart", take_down_meanwhile)
        tasks.read_version.call(document.versions.get().pk)
        assert not PageText.objects.exists()
        assert Reading.objects.get().state == State.REMOVED


class CatchUpTests:
    def test_versions_from_before_are_read(self, upload):
        upload(files.clean_pdf())
        Reading.objects.all().delete()
        catch_up(timezone.now())
        assert Reading.objects.get().state == State.DONE

    def test_a_lost_task_is_asked_for_again(self, document):
        assert Reading.objects.get().state == State.WAITING
        catch_up(timezone.now())
        assert Reading.objects.get().attempts == 0
        catch_up(timezone.now() + timedelta(hours=2))
        assert Reading.objects.get().attempts == 1

    def test_deleting_a_document_takes_the_picture_off_the_disk(
        self, upload, django_capture_on_commit_callbacks
    ):
        document = upload(files.clean_pdf())
        picture = document.reading.picture.name
        with django_capture_on_commit_callbacks(execute=True):
            document.delete()
        assert not default_storage.exists(picture)
        assert not DocumentVersion.objects.exists()
