"""Who asked is forgotten; what is published stays, and nothing of it is kept anywhere else."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex

from meetings.models import Question, QuestionChange
from meetings.questions.erasure import erase_old_questions
from partnership.content.visibility import Audience
from partnership.search.indexing import rebuild
from tests.factories.admin_forms import form_values


@pytest.fixture
def published(question):
    """The same question, answered and on the page."""
    now = timezone.now()
    Question.objects.update(
        state="answered", answer="Forty.", published_at=now, closed_at=now, organisation="Friends"
    )
    QuestionChange.objects.create(question=question, at=now, what="Changed", before="My name is Sam")
    question.refresh_from_db()
    return question


class ErasureTests:
    def test_the_address_goes_and_the_published_question_stays(self, client, published):
        closed_at = published.closed_at
        assert erase_old_questions(closed_at + timedelta(days=364)) == 0
        assert erase_old_questions(closed_at + timedelta(days=366)) == 1
        assert erase_old_questions(closed_at + timedelta(days=366)) == 0
        published.refresh_from_db()
        assert (published.email, published.wording, published.adjustments) == ("", "", "")
        assert published.changes.get().before == ""
        assert "Sam Asker, Friends asked" in client.get(published.meeting.url).content.decode()

    def test_what_is_not_published_leaves_nothing(self, question):
        Question.objects.update(state="not_published", reason="One person", closed_at=timezone.now())
        erase_old_questions(timezone.now() + timedelta(days=366))
        question.refresh_from_db()
        assert not any([question.name, question.public_wording, question.reason, question.email])

    def test_one_that_nobody_closed_goes_with_its_meeting(self, question):
        assert erase_old_questions(question.meeting.ends_at + timedelta(days=364)) == 0
        assert erase_old_questions(question.meeting.ends_at + timedelta(days=366)) == 1
        assert not Question.objects.open().exists()

    def test_a_command_does_it_by_hand_for_the_days_of_the_settings(self, published, settings, clock):
        settings.QUESTIONS_KEPT_DAYS = 1
        clock.shift(timedelta(days=2))
        said = StringIO()
        call_command("erase_questions", stdout=said)
        assert said.getvalue().strip() == "Erased: 1"

    def test_a_name_can_be_taken_away_after_the_rest_is_erased(self, client, officer, published):
        erase_old_questions(timezone.now() + timedelta(days=366))
        url = f"/admin/questions/edit/{published.pk}/"
        assert client.post(url, {**form_values(client.get(url)), "remove_name": "on"}).status_code == 302
        published.refresh_from_db()
        assert published.name == ""
        assert published.published_at


class TracesTests:
    def test_neither_logs_nor_the_reference_index_nor_revisions_hold_what_was_asked(
        self, client, officer, question
    ):
        url = f"/admin/questions/edit/{question.pk}/"
        client.post(url, {**form_values(client.get(url)), "state": "to_answer"})
        assert question.changes.exists()
        assert not ModelLogEntry.objects.filter(label__contains=question.reference).exists()
        assert not ReferenceIndex.objects.filter(base_content_type__model="question").exists()
        revision = question.meeting.save_revision()
        assert question.email not in str(revision.content)
        assert question.email not in str(question)

    def test_the_search_finds_what_is_published_and_nothing_else(self, client, question):
        Question.objects.update(answer="Lavender.")
        rebuild(Audience())
        assert question.meeting.title not in client.get("/search/?q=lavender").content.decode()
        Question.objects.update(state="answered", answer="Lavender.", published_at=timezone.now())
        rebuild(Audience())
        assert question.meeting.title in client.get("/search/?q=lavender").content.decode()
