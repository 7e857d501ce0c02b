"""A public file is replaced only with a word to the public; the version before stays readable, marked and compared."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from documents.arrivals import original_of
from documents.corrections.comparing import compare
from documents.corrections.file_views import around_changes
from documents.inspection.report import Report
from documents.models import DocumentVersion, PublicationFile, PublicationPage, RegisterEntry
from documents.takedown import take_down
from tests.documents.inspection import files
from tests.documents.reading.conftest import kept

NOTE = "The figure for May was 12, not 21."
PAGES = ["What we found in May.\n\nIt was 21.", "Thanks to all."]


@pytest.fixture
def officer(client, home, settings, tmp_path, django_user_model):
    """Somebody signed in who may replace files; the disk is real."""
    settings.MEDIA_ROOT = tmp_path
    user = django_user_model.objects.create_superuser("officer")
    client.force_login(user)
    return user


@pytest.fixture
def replaced(shown):
    """The public file, replaced with a note; both versions were read."""
    kept(shown, PAGES)
    shown.file = ContentFile(b"%PDF-1.7 second version", name="findings-2.pdf")
    came = ContentFile(b"%PDF-1.7 as it came", name="findings-2.pdf")
    shown.arriving = original_of(came, came.name, Report(), None, timezone.now())
    shown.arriving.change_note = NOTE
    shown.save()
    return kept(shown, ["What we found in May.\n\nIt was 12.", "Thanks to all."])


def page_of(document) -> PublicationPage:
    return PublicationPage.objects.get(files__document=document)


def changes_of(document, number=1) -> str:
    return reverse("file_changes", args=[document.public_id, number])


class FormTests:
    def post(self, client, document, content, **typed):
        url = reverse("wagtaildocs:edit", args=[document.pk])
        fields = {"title": "Findings", "collection": 1, "language": "en-GB", **typed}
        if content:
            fields["file"] = SimpleUploadedFile("again.pdf", content)
        return client.post(url, fields)

    def test_a_public_file_is_not_replaced_without_a_note(self, client, officer, shown):
        answer = self.post(client, shown, files.clean_pdf())
        assert "Say in a sentence for the public what has changed" in answer.content.decode()
        assert shown.versions.count() == 1

    def test_the_note_is_kept_where_the_file_is_refused(self, client, officer, shown):
        answer = self.post(client, shown, b"%PDF-1.4<html><script>alert(1)</script></html>", change_note=NOTE)
        assert NOTE in answer.content.decode()
        assert shown.versions.count() == 1

    def test_the_note_goes_to_the_register_and_to_the_page(self, client, officer, shown):
        assert self.post(client, shown, files.clean_pdf(), change_note=NOTE).status_code == 302
        line = RegisterEntry.objects.first()
        assert (line.event, line.version, line.reason) == ("replaced", 2, NOTE)
        client.logout()
        assert NOTE in client.get(page_of(shown).url).content.decode()

    def test_a_note_without_a_file_is_not_lost(self, client, officer, shown):
        answer = self.post(client, shown, None, change_note=NOTE)
        assert "Choose the file, or leave this empty." in answer.content.decode()

    def test_a_file_that_never_was_public_needs_none(self, client, officer, document):
        screen = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
        assert 'name="change_note"' not in screen
        assert self.post(client, document, files.clean_pdf()).status_code == 302
        assert document.versions.count() == 2


class PageTests:
    def test_the_page_tells_of_it_and_leads_to_both(self, client, replaced):
        text = client.get(page_of(replaced).url).content.decode()
        earlier = replaced.versions.get(number=1)
        assert NOTE in text
        assert replaced.version_url(earlier) in text
        assert changes_of(replaced) in text
        assert b"".join(client.get(replaced.version_url(earlier)).streaming_content).endswith(
            b"first version"
        )

    def test_a_replacement_from_before_the_page_was_public_is_not_told(self, client, replaced):
        page = page_of(replaced)
        PublicationPage.objects.filter(pk=page.pk).update(first_published_at=timezone.now())
        assert NOTE not in client.get(page.url).content.decode()

    def test_a_version_that_was_never_public_is_not_told(self, client, shown):
        page = page_of(shown)
        page.unpublish()
        shown.file = ContentFile(b"%PDF-1.7 never seen", name="never.pdf")
        shown.save()
        shown.file = ContentFile(b"%PDF-1.7 third", name="third.pdf")
        shown.save()
        PublicationPage.objects.get(pk=page.pk).save_revision().publish()
        text = client.get(page.url).content.decode()
        assert shown.version_url(shown.versions.get(number=1)) in text
        assert shown.version_url(shown.versions.get(number=2)) not in text
        assert client.get(changes_of(shown, 2)).status_code == 404

    def test_words_erased_in_the_register_are_gone_here(self, client, replaced):
        RegisterEntry.objects.first().erase_words()
        assert NOTE not in client.get(page_of(replaced).url).content.decode()
        assert NOTE not in client.get(changes_of(replaced)).content.decode()

    def test_a_takedown_hides_it_everywhere(self, client, replaced, django_user_model):
        person = django_user_model.objects.create_superuser("first")
        take_down(replaced, person, "It contained personal information.", timezone.now())
        assert NOTE not in client.get(page_of(replaced).url).content.decode()
        answer = client.get(changes_of(replaced))
        assert answer.status_code == 410
        assert "It was 21" not in answer.content.decode()

    def test_a_withdrawal_hides_it(self, client, replaced):
        page = page_of(replaced)
        page.state, page.withdrawn_on, page.withdrawn_reason = "withdrawn", "2026-05-01", "It was wrong."
        page.save_revision().publish()
        assert NOTE not in client.get(page.url).content.decode()
        assert client.get(changes_of(replaced)).status_code == 410


class ComparisonTests:
    def test_it_marks_what_was_changed(self, client, replaced):
        answer = client.get(changes_of(replaced))
        text = answer.content.decode()
        assert "Version 1 of this file was replaced on" in text
        assert '<del class="app-comparison__del">' in text
        assert "21." in text
        assert "12." in text
        assert answer["X-Robots-Tag"] == "noindex"

    def test_it_is_being_made_until_both_were_read(self, client, replaced):
        reading = replaced.versions.get(number=2).reading
        reading.state = "waiting"
        reading.save()
        assert "The comparison is being made." in client.get(changes_of(replaced)).content.decode()

    def test_pictures_of_text_cannot_be_compared(self, client, replaced):
        kept(replaced, ["", ""])
        assert "cannot be compared here" in client.get(changes_of(replaced)).content.decode()

    def test_what_is_covered_in_the_file_is_not_told(self, client, replaced):
        kept(replaced, ["What lies under the bar.", "Thanks to all."], withheld=[1])
        text = client.get(changes_of(replaced)).content.decode()
        assert "What lies under the bar." not in text
        assert "part of it is covered" in text

    def test_the_newest_and_unknown_versions_have_none(self, client, replaced):
        for number in (0, 2, 9):
            assert client.get(changes_of(replaced, number)).status_code == 404, number

    def test_the_public_gets_none_of_a_hidden_file(self, client, replaced):
        page_of(replaced).unpublish()
        assert client.get(changes_of(replaced)).status_code == 404

    def test_long_stretches_without_a_change_are_left_out(self):
        old = [f"Paragraph {number}." for number in range(20)]
        new = [*old[:10], "Another one.", *old[10:]]
        parts = around_changes(compare(old, new))
        assert [part.get("same") for part in parts] == [9, None, None, None, 9]


def test_what_a_replaced_file_costs_the_page_does_not_grow(
    client, replaced, publication, django_assert_max_num_queries
):
    client.get(publication.url)
    for number in range(3, 9):
        replaced.file = ContentFile(f"%PDF-1.7 {number}".encode(), name=f"{number}.pdf")
        replaced.save()
    assert DocumentVersion.objects.count() == 8
    publication.files.add(PublicationFile(document=replaced))
    with django_assert_max_num_queries(40) as few:
        client.get(publication.url)
    assert sum("documents_registerentry" in query["sql"] for query in few.captured_queries) == 1
