"""Anybody can ask for a file in a format that they can use, and gets a reference and a promise."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail

from documents.accessible_formats import floods
from documents.models import FormatRequest, PublicationPage

LONDON = ZoneInfo("Europe/London")
FORM = {"wanted": "large_print", "email": "reader@example.org", "message": "18 point, please."}


def address(document):
    return f"/files/{document.public_id}/another-format/"


@pytest.fixture
def ask(client, shown, django_capture_on_commit_callbacks):
    """Send the form, and let the background do its work."""

    def ask(**changed):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address(shown), {**FORM, **changed})

    return ask


class AskingTests:
    @time_machine.travel(datetime(2026, 12, 23, 10, tzinfo=LONDON))
    def test_it_is_a_case_with_a_reference_and_a_promise_in_working_days(
        self, client, shown, publication, ask
    ):
        response = ask()
        made = FormatRequest.objects.get()
        assert made.promised_on == date(2027, 1, 4)
        assert (made.document, made.publication) == (shown, publication)
        html = client.get(response.url).content.decode()
        assert made.reference in html
        assert "Monday 4 January 2027" in html

    def test_it_is_confirmed_by_an_e_mail_that_repeats_nothing_that_was_typed(self, shown, ask):
        ask(message="Buy cheap pills", name="Spam")
        made = FormatRequest.objects.get()
        (letter,) = mail.outbox
        assert letter.to == ["reader@example.org"]
        assert made.reference in letter.body
        assert "pills" not in letter.body + letter.alternatives[0].content
        assert made.confirmed_at

    def test_a_telephone_number_is_enough(self, ask):
        assert ask(email="", phone="020 7946 0000").status_code == 302
        assert mail.outbox == []

    def test_no_cookie_is_set(self, client, shown, ask):
        client.get(address(shown))
        ask()
        assert not client.cookies

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"wanted": ""}, "Choose the format that you need"),
            ({"wanted": "gold leaf"}, "Select a valid choice"),
            ({"wanted": "translation", "message": ""}, "Tell us which language you need"),
            ({"email": ""}, "so that we can answer"),
            ({"email": "nobody"}, "Enter an e-mail address in the correct format"),
            ({"needed_day": "31", "needed_month": "2", "needed_year": "2027"}, "Enter a real date"),
            ({"needed_day": "27"}, "Enter a real date"),
            ({"message": "a" * 2001}, "Use at most 2000 characters"),
            ({"message": "a\x00b"}, "Null characters are not allowed"),
            ({"leave_empty": "https://example.org"}, "Leave the last box empty"),
        ],
    )
    def test_what_is_wrong_is_said_kindly_and_what_was_typed_is_kept(self, ask, changed, says):
        response = ask(**{"name": "Sam Reader", **changed})
        html = response.content.decode()
        assert response.status_code == 400
        assert says in html
        assert 'value="Sam Reader"' in html
        assert "<title>Error:" in html
        assert not FormatRequest.objects.exists()

    def test_a_form_that_is_sent_twice_is_one_request_and_one_letter(self, ask):
        key = "3f2c8a8e-8a54-4b8e-9a54-0c2c4f8a8e3f"
        assert ask(form_key=key).url == ask(form_key=key).url
        assert FormatRequest.objects.count() == len(mail.outbox) == 1

    def test_the_form_says_where_urgent_help_is(self, client, shown):
        html = client.get(address(shown)).content.decode()
        assert "get urgent help" in html
        assert 'href="tel:999"' in html


class WhichFilesTests:
    @pytest.mark.django_db
    def test_a_file_that_is_not_public_cannot_be_asked_for(self, client, document, publication):
        answers = [
            client.get(address(document)),
            client.post(address(document), FORM),
            client.get(document.url),
        ]
        assert {answer.status_code for answer in answers} == {404}

    def test_a_withdrawn_one_answers_as_the_file_does(self, client, shown):
        client.get(address(shown))
        PublicationPage.objects.update(state="withdrawn", withdrawn_reason="It was wrong.")
        assert client.post(address(shown), FORM).status_code == 410
        assert not FormatRequest.objects.exists()

    def test_somebody_elses_reference_is_not_found_with_another_file(self, client, shown, ask):
        assert client.get(f"{address(shown)}AF-0000-0000/").status_code == 404

    def test_the_page_offers_it_beside_the_file(self, client, shown):
        assert f'href="{address(shown)}"' in client.get("/publications/review-of-sim/").content.decode()


class FloodTests:
    def test_too_many_from_one_place_are_told_to_wait_and_keep_what_they_typed(self, ask):
        for _ in range(floods.BY_MACHINE.most):
            assert ask().status_code == 302
        response = ask(name="Sam Reader")
        assert response.status_code == 429
        assert "Try again in an hour" in response.content.decode()
        assert 'value="Sam Reader"' in response.content.decode()

    def test_nobodys_mailbox_is_filled(self, ask):
        for _ in range(floods.BY_MACHINE.most):
            ask()
        assert FormatRequest.objects.count() == floods.BY_MACHINE.most
        assert len(mail.outbox) == floods.BY_MAILBOX.most

    def test_an_hour_later_they_may_again(self, ask):
        with time_machine.travel(datetime(2026, 11, 24, 9, tzinfo=LONDON)) as clock:
            for _ in range(floods.BY_MACHINE.most + 1):
                last = ask()
            assert last.status_code == 429
            clock.shift(timedelta(hours=1, minutes=1))
            assert ask().status_code == 302
