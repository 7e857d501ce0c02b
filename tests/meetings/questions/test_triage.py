"""The officers of a committee decide what becomes of the questions for its meetings; nobody else knows of them."""

import pytest
from django.core import mail
from django.urls import reverse

from meetings.models import Question
from meetings.questions.triage import decide as record_decision
from partnership.alerts.models import Event
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person

INDEX = "/admin/questions/"


def case(question) -> str:
    """The screen of a question."""
    return reverse("questions:edit", args=[question.pk])


@pytest.fixture
def decide(client, question, django_capture_on_commit_callbacks):
    """Fill in the screen of the question and save; answers the response."""

    def decide(**typed):
        values = {**form_values(client.get(case(question))), **typed}
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(case(question), {k: v for k, v in values.items() if v is not None})
        question.refresh_from_db()
        return response

    return decide


ANSWERED = {"state": "answered", "answer": "Forty people.", "publish": "on"}


class WhoseTests:
    @pytest.mark.parametrize("role", ["administrators", "publishers", "editors"])
    def test_nobody_without_the_grant_knows_of_them(self, client, question, role):
        client.force_login(make_person(role))
        there, nowhere = client.get(case(question)), client.get(reverse("questions:edit", args=[9999]))
        assert (there.status_code, there.url) == (nowhere.status_code, nowhere.url) == (302, "/admin/")
        assert question.reference not in client.get(INDEX, follow=True).content.decode()
        assert INDEX not in client.get("/admin/").content.decode()
        run = client.get(reverse("run_meeting", args=[question.meeting_id]), follow=True).content.decode()
        assert "from the public" not in run

    def test_another_committees_officer_does_not_find_them(self, client, asking, question):
        client.force_login(make_person("governance_officers", asking.tree.other_committee))
        assert client.get(case(question)).status_code == 404
        html = client.get(INDEX).content.decode()
        assert question.reference not in html
        assert asking.meeting.title not in html

    def test_their_own_see_those_first_where_somebody_may_be_at_risk(self, client, officer, question):
        flagged = Question.objects.create(
            meeting=question.meeting, asked_at=question.asked_at, wording="He was hurt", suggests_harm=True
        )
        html = client.get(INDEX).content.decode()
        assert html.index(flagged.reference) < html.index(question.reference)
        assert "May be safeguarding" in html
        assert flagged.reference in client.get(f"{INDEX}?state=open").content.decode()
        assert flagged.reference not in client.get(f"{INDEX}?state=answered").content.decode()
        Question.objects.filter(pk=flagged.pk).update(safeguarding="no")
        flagged.refresh_from_db()
        assert not flagged.may_be_for_safeguarding


class DecisionTests:
    def test_an_answer_goes_out_and_stands_on_the_page_under_the_name_chosen(
        self, client, officer, asking, question, decide
    ):
        assert decide(**ANSWERED, public_wording="How many wait a year?").status_code == 302
        assert question.wording != question.public_wording
        html = client.get(asking.meeting.url).content.decode()
        assert "Sam Asker asked" in html
        assert "How many wait a year?" in html
        assert "Forty people." in html
        assert question.wording not in html
        (letter,) = mail.outbox
        assert letter.to == ["asker@example.org"]
        assert "Forty people." in letter.body
        assert f"#{question.anchor}" in letter.body
        done = list(question.changes.values_list("what", "by"))
        assert ("Answered", officer.pk) in done
        assert ("Published on the page of the meeting", officer.pk) in done

    def test_followers_are_told_once_for_each_meeting(self, officer, question, decide):
        decide(**ANSWERED)
        other = Question.objects.create(
            meeting=question.meeting, asked_at=question.asked_at, wording="And?", may_publish=True
        )
        given = {
            "state": "answered",
            "answer": "Yes.",
            "publish": True,
            "remove_name": False,
            "quietly": True,
        }
        record_decision(other, given, officer, question.asked_at)
        assert Event.objects.filter(key__contains="answers").count() == 1

    def test_without_consent_it_is_answered_to_its_asker_alone(
        self, client, officer, asking, question, decide
    ):
        Question.objects.update(may_publish=False)
        assert decide(**ANSWERED).status_code == 302
        assert question.published_at is None
        assert len(mail.outbox) == 1
        assert "Forty people." not in client.get(asking.meeting.url).content.decode()

    def test_one_about_safeguarding_is_never_published(self, client, officer, asking, question, decide):
        refused = decide(**ANSWERED, safeguarding="yes")
        assert "never published" in " ".join(errors_shown(refused))
        decide(**ANSWERED)
        assert "Forty people." in client.get(asking.meeting.url).content.decode()
        decide(safeguarding="yes", publish=None)
        assert "Forty people." not in client.get(asking.meeting.url).content.decode()
        assert "safeguarding lead" in client.get(case(question)).content.decode()

    def test_words_of_harm_are_decided_on_before_anything_is_published(self, officer, question, decide):
        Question.objects.update(suggests_harm=True)
        assert "Decide this before" in " ".join(errors_shown(decide(**ANSWERED)))
        assert decide(**ANSWERED, safeguarding="no").status_code == 302

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"state": "answered"}, "Write the answer first."),
            ({"state": "merged"}, "Choose the question that carries the answer."),
            ({"state": "not_published"}, "Say why; the asker is told this."),
        ],
    )
    def test_what_is_missing_is_said_beside_the_field(self, officer, question, decide, typed, says):
        refused = decide(**typed, public_wording="Kept as typed")
        assert says in " ".join(errors_shown(refused))
        assert form_values(refused)["public_wording"] == "Kept as typed"
        assert question.state == "new"

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"state": "not_published", "reason": "It is about one person."}, "about one person"),
            ({"state": "withdrawn"}, "is on no page"),
        ],
    )
    def test_the_asker_is_told_what_became_of_it(self, officer, question, decide, typed, says):
        decide(**typed)
        assert says in mail.outbox[0].body
        assert says in mail.outbox[0].alternatives[0].content
        assert question.closed_at

    def test_one_is_merged_with_another(self, officer, question, decide):
        other = Question.objects.create(meeting=question.meeting, asked_at=question.asked_at, wording="Same?")
        decide(state="merged", merged_into=str(other.pk))
        assert question.merged_into == other
        assert "answered with another" in mail.outbox[0].subject.lower() + mail.outbox[0].body.lower()

    def test_a_name_is_taken_away_when_its_asker_wishes(self, client, officer, asking, question, decide):
        decide(**ANSWERED)
        decide(remove_name="on")
        assert (question.name, question.organisation) == ("", "")
        assert "A member of the public asked" in client.get(asking.meeting.url).content.decode()

    def test_a_slip_of_the_pen_is_put_right_quietly(self, officer, question, decide):
        decide(**ANSWERED)
        decide(answer="Forty-one people.", quietly="on")
        assert len(mail.outbox) == 1
        decide(answer="Forty-two people.")
        assert len(mail.outbox) == 2
        assert question.changes.filter(before="Forty people.").exists()

    def test_two_officers_do_not_overwrite_each_other(self, client, officer, question, decide):
        stale = form_values(client.get(case(question)))
        decide(state="to_answer")
        refused = client.post(case(question), {**stale, "public_wording": "Mine"})
        assert "Somebody changed this question" in refused.content.decode()
        question.refresh_from_db()
        assert question.public_wording != "Mine"

    def test_it_can_be_given_to_the_committees_officers_alone(self, asking, officer, question, decide):
        stranger = make_person("administrators")
        assert decide(assigned_to=str(stranger.pk)).status_code == 200
        decide(assigned_to=str(officer.pk))
        assert question.assigned_to == officer


class DeskTests:
    def test_what_is_to_be_answered_is_on_the_checklist_of_the_meeting(
        self, client, officer, question, decide
    ):
        Question.objects.update(suggests_harm=True)
        run = reverse("run_meeting", args=[question.meeting_id])
        html = client.get(run).content.decode()
        assert "Answer a question from the public" in html
        assert "Decide whether somebody is at risk (1)" in html
        assert f"{INDEX}?meeting={question.meeting_id}" in html
        assert "Answer a question from the public" in client.get(reverse("meetings_due")).content.decode()
        decide(**ANSWERED, safeguarding="no")
        assert "Answer questions from the public" in client.get(run).content.decode()
