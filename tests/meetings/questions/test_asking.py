"""Anybody can ask a committee a question while its rule lets them, and gets a case number."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.core import mail

from meetings.models import CommitteeRule, Question
from meetings.questions import floods

from .conftest import CLOSES_AT, FORM, MEETING_AT

NUMBER = re.compile(r"Q-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}")


def page(client, asking) -> str:
    """The form's page below the meeting."""
    return client.get(f"{asking.meeting.url}ask/").content.decode()


class AskingTests:
    def test_it_is_a_case_with_a_number_that_can_be_read_out(self, client, asking, ask):
        response = ask(item=asking.item.pk)
        asked = Question.objects.get()
        assert NUMBER.fullmatch(asked.reference)
        assert (asked.meeting, asked.item, asked.state) == (asking.meeting, asking.item, "new")
        told = client.get(response.url).content.decode()
        assert asked.reference in told
        assert 'href="tel:999"' in told
        assert FORM["wording"] not in told

    def test_it_is_confirmed_by_an_e_mail_that_repeats_nothing_that_was_typed(self, ask):
        ask(wording="Buy cheap pills", name="Spam")
        (letter,) = mail.outbox
        assert letter.to == ["asker@example.org"]
        said = letter.body + letter.alternatives[0].content
        assert Question.objects.get().reference in said
        assert "pills" not in said
        assert "Spam" not in said

    def test_a_name_that_is_not_to_be_shown_is_not_kept(self, ask):
        ask(naming="hide")
        asked = Question.objects.get()
        assert (asked.name, asked.organisation, asked.email) == ("", "", "asker@example.org")

    def test_the_form_offers_the_public_agenda_only(self, client, asking):
        html = page(client, asking)
        assert "Waiting times" in html
        assert "Marmalade" not in html

    def test_a_private_item_cannot_be_named(self, asking, ask):
        assert ask(item=asking.private_item.pk).status_code == 400

    def test_nothing_sets_a_cookie(self, client, asking, ask):
        page(client, asking)
        ask()
        assert not client.cookies

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"wording": ""}, "Enter your question"),
            ({"wording": "a" * 1501}, "Use at most 1500 characters"),
            ({"wording": "a\x00b"}, "Null characters are not allowed"),
            ({"publish": ""}, "Say whether we may publish your question"),
            ({"naming": "perhaps"}, "Say whether to show your name"),
            ({"name": ""}, "Enter your name as it should be shown"),
            ({"email": ""}, "Enter your e-mail address"),
            ({"email": "nobody"}, "Enter an e-mail address in the correct format"),
            ({"item": "<script>"}, "Choose an item of the agenda, or none"),
            ({"leave_empty": "https://example.org"}, "Leave the last box empty"),
        ],
    )
    def test_what_is_wrong_is_said_kindly_and_what_was_typed_is_kept(self, ask, changed, says):
        response = ask(**{"organisation": "Friends & <b>neighbours</b>", **changed})
        html = response.content.decode()
        assert response.status_code == 400
        assert says in html
        assert "Friends &amp; &lt;b&gt;neighbours" in html
        assert "<title>Error:" in html
        assert not Question.objects.exists()

    def test_a_form_that_is_sent_twice_is_one_question_and_one_letter(self, ask):
        assert ask().url == ask().url
        assert Question.objects.count() == len(mail.outbox) == 1

    def test_somebody_who_goes_back_can_ask_something_else(self, ask):
        ask()
        ask(wording="And who pays?")
        assert Question.objects.count() == 2

    @pytest.mark.parametrize(
        ("words", "harm"), [("My son was ASSAULTED on the ward", True), ("What does it cost?", False)]
    )
    def test_words_of_harm_propose_safeguarding_and_decide_nothing(self, ask, words, harm):
        ask(wording=words)
        asked = Question.objects.get()
        assert (asked.suggests_harm, asked.safeguarding) == (harm, "")

    def test_addresses_made_up_lead_nowhere(self, client, asking):
        for address in ("/questions/asked/Q-2222-2222/", "/questions/asked/%00/", f"/questions/{'9' * 30}/"):
            assert client.get(address).status_code == 404
        assert client.get(f"/questions/{asking.meeting.pk}/").url == f"{asking.meeting.url}ask/"


class OpeningTests:
    def test_it_closes_by_the_rule_to_the_minute(self, client, asking, ask):
        html = client.get(asking.meeting.url).content.decode()
        assert "by Thursday 11 February 2027, midday" in html
        asking.clock.move_to(CLOSES_AT - timedelta(seconds=1))
        assert ask().status_code == 302
        asking.clock.move_to(CLOSES_AT)
        late = ask(wording="Too late?")
        assert late.status_code == 409
        assert "Too late?" in late.content.decode()
        assert "had to reach us by" in page(client, asking)
        assert Question.objects.count() == 1

    def test_a_committees_own_rule_says_when_it_opens_and_closes(self, client, asking, ask):
        CommitteeRule.objects.create(
            committee=asking.tree.committee,
            duty="questions",
            days=2,
            counting="clear",
            by_time=time(17),
            warn_days=5,
        )
        assert "open on <strong>Thursday 11 February 2027" in page(client, asking)
        assert ask().status_code == 409
        asking.clock.move_to(datetime(2027, 2, 14, 16, tzinfo=UTC))
        assert ask().status_code == 302
        asking.clock.move_to(datetime(2027, 2, 14, 17, tzinfo=UTC))
        assert ask().status_code == 409

    def test_none_are_taken_for_a_meeting_that_is_off_or_over(self, client, asking, ask):
        asking.clock.move_to(MEETING_AT + timedelta(days=1))
        assert ask().status_code == 409
        type(asking.meeting).objects.update(status="cancelled", status_reason="Too few.")
        assert "This meeting is cancelled" in page(client, asking)

    def test_a_committee_that_does_not_meet_in_public_takes_none(self, client, asking, ask):
        type(asking.tree.committee).objects.update(meets_in_public=False)
        assert ask().status_code == 404
        assert client.get(f"{asking.meeting.url}ask/").status_code == 404
        assert "/ask/" not in client.get(asking.meeting.url).content.decode()

    def test_a_meeting_that_is_not_public_has_no_form(self, client, asking, ask):
        type(asking.meeting).objects.filter(pk=asking.meeting.pk).update(live=False)
        assert ask().status_code == 404
        assert client.get(f"{asking.meeting.url}ask/").status_code == 404


class FloodTests:
    def test_too_many_from_one_network_wait_and_keep_what_they_typed(self, client, ask):
        for number in range(floods.BY_NETWORK.most):
            assert ask(wording=f"Question {number}").status_code == 302
        response = ask(wording="One more")
        assert response.status_code == 429
        assert "One more" in response.content.decode()
        assert len(mail.outbox) == floods.BY_MAILBOX.most

    def test_a_flood_from_many_networks_keeps_nobody_from_asking_once(self, client, asking, ask, monkeypatch):
        monkeypatch.setattr(floods, "ALTOGETHER", floods.Limit("question-all", 3, floods.AN_HOUR))
        for number in range(3):
            client.defaults["REMOTE_ADDR"] = "192.0.2.1"
            assert ask(wording=f"Flood {number}").status_code == 302
        assert ask(wording="Flood on").status_code == 429
        client.defaults["REMOTE_ADDR"] = "198.51.100.7"
        assert ask(wording="Somebody else").status_code == 302
        assert ask(wording="Somebody else again").status_code == 429
