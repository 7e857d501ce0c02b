"""The public register says what was public and when, and shows when somebody tampers with it."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from documents.models import RegisterEntry
from documents.recording import sweep
from documents.register import faults
from partnership.content.visibility import Audience
from partnership.jobs.registry import recurring_jobs


def events():
    return list(RegisterEntry.objects.order_by("number").values_list("event", "version"))


class RecordingTests:
    def test_a_file_is_entered_when_its_page_goes_live(self, shown):
        assert events() == [("published", 1)]
        entry = RegisterEntry.objects.get()
        assert entry.title == "Findings"
        assert entry.sha256 == shown.versions.get().sha256

    @pytest.mark.django_db
    def test_an_upload_that_nothing_shows_is_not_entered(self, document):
        assert events() == []

    def test_publishing_again_adds_nothing(self, shown, publication):
        publication.save_revision().publish()
        assert events() == [("published", 1)]

    def test_a_replacement_is_entered(self, shown):
        shown.file = ContentFile(b"%PDF-1.7 second", name="findings.pdf")
        shown.save()
        assert events() == [("published", 1), ("replaced", 2)]

    def test_unpublishing_and_publishing_again_are_entered(self, shown, publication):
        publication.unpublish()
        publication.save_revision().publish()
        assert events() == [("published", 1), ("withdrawn", 1), ("published", 1)]

    def test_the_sweep_enters_what_no_event_told(self, shown, publication):
        PageViewRestriction.objects.create(page=publication, restriction_type="login")
        sweep(Audience(now=timezone.now()))
        sweep(Audience(now=timezone.now()))
        assert events() == [("published", 1), ("withdrawn", 1)]

    def test_the_scheduler_sweeps(self, shown, publication):
        jobs = {job.name: job for job in recurring_jobs()}
        PageViewRestriction.objects.create(page=publication, restriction_type="login")
        jobs["bring_register_up_to_date"].run(timezone.now())
        assert events() == [("published", 1), ("withdrawn", 1)]

    def test_the_sweep_costs_the_same_for_many_documents(
        self, shown, publication, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(12):
            sweep(Audience())


class VerifyTests:
    @pytest.fixture
    def register(self, shown, publication):
        """A register of three lines."""
        publication.unpublish()
        publication.save_revision().publish()

    def test_an_untouched_register_holds(self, register, capsys):
        call_command("verify_register")
        assert "holds: 3 lines" in capsys.readouterr().out

    def test_a_removed_line_shows(self, register):
        RegisterEntry.objects.filter(number=2).delete()
        with pytest.raises(CommandError):
            call_command("verify_register")

    def test_a_removed_last_line_shows(self, register):
        RegisterEntry.objects.filter(number=3).delete()
        assert "should end with line 3" in " ".join(faults())

    @pytest.mark.parametrize(
        "change",
        [
            {"event": "published"},
            {"version": 7},
            {"sha256": "0" * 64},
            {"title": "Other"},
            {"reason": "Other"},
        ],
    )
    def test_an_altered_line_shows(self, register, change):
        RegisterEntry.objects.filter(number=2).update(**change)
        assert any("line 2" in fault.lower() for fault in faults())

    def test_words_can_be_erased_and_the_chain_still_holds(self, register):
        RegisterEntry.objects.get(number=1).erase_words()
        assert list(faults()) == []
        entry = RegisterEntry.objects.get(number=1)
        assert (entry.title, entry.reason, entry.words_erased) == ("", "", True)

    def test_words_put_in_the_place_of_erased_ones_show(self, register):
        RegisterEntry.objects.get(number=1).erase_words()
        RegisterEntry.objects.filter(number=1).update(title="Something else")
        assert list(faults()) == ["Line 1 has words again, which had been erased."]
