"""A change of what was public needs a public note, whichever way it is published, and keeps what it replaces."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from documents.corrections.changes import lacks_note
from documents.models import Correction, Edition, PublicationPage, RegisterEntry
from partnership.content.readiness import NotReadyToPublishError
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person

NOTE = "The figure for May was 12, not 21."


class NoteTests:
    def test_the_first_publication_needs_none(self, live):
        assert live.editions.count() == 1
        assert not live.corrections.exists()

    def test_a_change_without_a_note_is_not_published(self, live, change):
        with pytest.raises(NotReadyToPublishError, match="Say in a sentence for the public"):
            change(live, note=" ")
        assert Edition.objects.get().live_until is None

    def test_the_same_text_again_needs_none(self, live):
        live.save_revision().publish()
        live.seo_title = "For search engines"
        live.save_revision().publish()
        assert live.editions.count() == 1

    def test_files_put_on_the_page_are_a_change(self, live, document, change):
        live.files.create(document=document)
        with pytest.raises(NotReadyToPublishError):
            live.save_revision().publish()

    def test_another_contributor_is_a_change_and_another_place_in_the_scheme_is_none(self, client, live):
        client.force_login(make_person("publishers"))
        url = reverse("wagtailadmin_pages:edit", args=[live.pk])
        same = nested_form_data({"body": streamfield([("paragraph", rich_text("<p>What we found.</p>"))])})
        typed = {**form_values(client.get(url)), **same, "action-publish": "1"}
        assert client.post(url, {**typed, "scheme_class": "services"}).status_code == 302
        typed = {**form_values(client.get(url)), **same, "action-publish": "1"}
        typed["contributors"] = [live.organisation_id]
        assert "Say in a sentence for the public" in client.post(url, typed).content.decode()
        assert client.post(url, {**typed, "change_note": "The trust had a part in it."}).status_code == 302
        assert Correction.objects.get().note == "The trust had a part in it."

    def test_what_the_editors_screen_adds_to_a_text_is_no_change(self, live):
        live.body = [("paragraph", '<p data-block-key="x1y2z">What we found.</p>')]
        live.what_happened_next = '<p data-block-key="a1b2c"></p>'
        live.full_clean()
        assert lacks_note(live, {}) == ""

    def test_each_change_needs_a_note_of_its_own(self, live, change):
        page = change(live)
        assert page.change_note == ""
        assert page.latest_revision.content["change_note"] == ""
        with pytest.raises(NotReadyToPublishError, match="Say what has changed this time"):
            change(page, words="Something else again.")

    def test_what_was_awaited_arrives_without_one(self, publication):
        publication.state, publication.expected_basis = "awaited", "No date has been given."
        publication.save_revision().publish()
        publication.state = "published"
        publication.body = [("paragraph", "<p>Here it is.</p>")]
        publication.save_revision().publish()
        assert list(publication.editions.values_list("awaited", flat=True)) == [False, True]
        assert not Correction.objects.exists()

    def test_the_form_asks_beside_the_field_and_keeps_what_was_typed(self, client, live):
        client.force_login(make_person("publishers"))
        url = reverse("wagtailadmin_pages:edit", args=[live.pk])
        typed = {
            **form_values(client.get(url)),
            **nested_form_data({"body": streamfield([("paragraph", rich_text("<p>Twelve.</p>"))])}),
            "title": "Review of SIM, put right",
            "action-publish": "1",
        }
        answer = client.post(url, typed)
        text = answer.content.decode()
        assert "Say in a sentence for the public" in text
        assert "Review of SIM, put right" in text
        assert client.post(url, {**typed, "change_note": NOTE}).status_code == 302
        assert Correction.objects.get().note == NOTE

    def test_another_title_alone_needs_one_too(self, live):
        live.title = "Review of SIM, 2021"
        assert "change_note" in live.publishing_problems({"files": []})
        with pytest.raises(NotReadyToPublishError, match="what has changed"):
            live.save_revision().publish()
        live.change_note = "The year was missing."
        live.save_revision().publish()
        assert Correction.objects.get().note == "The year was missing."

    def test_a_draft_needs_none(self, client, live):
        client.force_login(make_person("publishers"))
        url = reverse("wagtailadmin_pages:edit", args=[live.pk])
        assert client.post(url, {**form_values(client.get(url)), "title": "A draft"}).status_code == 302

    def test_a_change_on_the_schedule_is_told_when_it_comes(self, live):
        live.body = [("paragraph", "<p>Later.</p>")]
        live.change_note, live.go_live_at = NOTE, timezone.now() + timedelta(hours=1)
        live.save_revision().publish()
        assert not Correction.objects.exists()
        past = timezone.now() - timedelta(minutes=1)
        revision = live.revisions.exclude(approved_go_live_at=None).get()
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()
        call_command("publish_scheduled")
        assert Correction.objects.get().note == NOTE

    def test_the_register_has_a_line(self, live, change):
        change(live)
        line = RegisterEntry.objects.first()
        assert (line.event, line.reason, line.version) == ("corrected", NOTE, 2)


class PeriodTests:
    def test_one_ends_when_the_next_begins(self, live, change):
        change(live)
        newer, older = Edition.objects.all()
        assert older.live_until == newer.live_from
        assert newer.live_until is None

    def test_a_time_unpublished_is_no_part_of_it(self, live):
        live.unpublish()
        assert Edition.objects.get().live_until is not None
        PublicationPage.objects.get(pk=live.pk).save_revision().publish()
        again, _ = Edition.objects.all()
        assert again.unchanged
        assert again.live_until is None
