"""Writing recommendations: many at once, one by one, and by whom."""

import pytest
from django.urls import reverse

from documents.models import ActionHistory, Recommendation, RegisterEntry
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person


@pytest.fixture
def sign_in(publication, client):
    """A function that signs in somebody with a role."""

    def sign_in(role):
        person = make_person(role)
        client.force_login(person)
        return person

    return sign_in


def edit(client, recommendation, **typed):
    url = reverse("recommendations:edit", args=[recommendation.pk])
    return client.post(url, {**form_values(client.get(url)), **typed})


def add_several(client, publication, texts):
    url = reverse("recommendations:several")
    return client.post(url, {"publication": publication.pk, "texts": texts})


class SeveralTests:
    def test_pasted_numbers_are_kept_and_missing_ones_counted(self, client, publication, sign_in):
        sign_in("publishers")
        pasted = (
            "Recommendation 1: Do this\nand that.\r\n\r\n1a) And this.\n\n\nWithout a number.\n\nR7. Named."
        )
        assert add_several(client, publication, pasted).status_code == 302
        assert list(publication.recommendations.values_list("label", "text")) == [
            ("1", "Do this and that."),
            ("1a", "And this."),
            ("2", "Without a number."),
            ("R7", "Named."),
        ]

    def test_a_number_twice_adds_nothing_and_keeps_what_was_typed(
        self, client, publication, recommend, sign_in
    ):
        sign_in("publishers")
        recommend("1")
        answer = add_several(client, publication, "1. Again.\n\n2. New.")
        assert answer.status_code == 200
        text = answer.content.decode()
        assert "Number 1 is there twice" in text
        assert "2. New." in text
        assert publication.recommendations.count() == 1

    def test_a_number_of_thousands_of_digits_is_refused(self, client, publication, sign_in):
        sign_in("publishers")
        answer = add_several(client, publication, f"{'9' * 5000}. Too much.")
        assert "is too long for a number" in answer.content.decode()


class EditingTests:
    @pytest.mark.parametrize("sent", ["zz", "9" * 5000, "0"])
    def test_a_publication_that_is_none_is_said_beside_the_field(self, client, publication, sign_in, sent):
        sign_in("publishers")
        url = reverse("recommendations:add")
        answer = client.post(url, {**form_values(client.get(url)), "publication": sent, "text": "Do it."})
        assert answer.status_code == 200
        assert "Select a valid choice." in answer.content.decode()
        assert "Do it." in answer.content.decode()

    def test_a_changed_status_is_kept_with_who_and_when(self, client, live, recommend, sign_in):
        publisher = sign_in("publishers")
        recommendation = recommend("1", ("not_started", 5))
        answer = edit(
            client,
            recommendation,
            **{"actions-0-status": "done", "actions-0-status_note": "It is written down."},
        )
        assert answer.status_code == 302, answer.content.decode()
        line = ActionHistory.objects.get()
        assert (line.status, line.note, line.reported_by) == ("done", "It is written down.", publisher)
        assert "It is written down." in client.get(live.url).content.decode()

    def test_saving_again_reports_nothing_new(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1", ("not_started", 5))
        edit(client, recommendation)
        edit(client, recommendation)
        assert ActionHistory.objects.count() == 1

    def test_no_longer_needed_needs_a_reason_beside_the_field(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1", ("not_started", 5))
        answer = edit(client, recommendation, **{"actions-0-status": "not_needed"})
        assert "Say in public why it is no longer needed." in answer.content.decode()
        assert not ActionHistory.objects.exists()

    def test_an_action_that_was_public_is_not_deleted(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1", ("not_started", 5))
        answer = edit(client, recommendation, **{"actions-0-DELETE": "1"})
        assert answer.status_code == 200
        assert "An action that was public stays." in answer.content.decode()
        assert recommendation.actions.count() == 1

    def test_next_leads_to_the_next_number(self, client, live, recommend, sign_in):
        sign_in("publishers")
        first, second = recommend("2"), recommend("10")
        answer = edit(client, first, **{"action-next": "1"})
        assert answer.url == reverse("recommendations:edit", args=[second.pk])


class RewordingTests:
    NOTE = "A word was left out."

    def reword(self, client, recommendation, **typed):
        return edit(client, recommendation, text="Write it all down.", rewording_note=self.NOTE, **typed)

    def test_public_words_are_not_changed_without_a_note(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1")
        answer = edit(client, recommendation, text="Write it all down.")
        text = answer.content.decode()
        assert "Its wording is public." in text
        assert "Write it all down." in text
        recommendation.refresh_from_db()
        assert recommendation.text == "Write it down."

    def test_the_note_and_the_earlier_wording_are_shown(self, client, live, recommend, sign_in):
        publisher = sign_in("publishers")
        recommendation = recommend("1")
        assert self.reword(client, recommendation).status_code == 302
        wording = recommendation.earlier_wordings.get()
        assert (wording.text, wording.note, wording.reworded_by) == ("Write it down.", self.NOTE, publisher)
        text = client.get(live.url).content.decode()
        assert "Reworded on" in text
        assert self.NOTE in text
        assert "Write it down." in text
        line = RegisterEntry.objects.first()
        assert (line.event, line.public_id, line.reason) == ("corrected", f"page-{live.pk}", self.NOTE)
        table = client.get(reverse("recommendations_csv")).content.decode()
        assert "Earlier wording" in table

    def test_a_wording_that_must_not_be_read_is_hidden(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1")
        self.reword(client, recommendation, hide_wordings="on")
        text = client.get(live.url).content.decode()
        assert "The earlier wording was removed." in text
        assert "Write it down." not in text
        assert "Write it down." not in client.get(reverse("recommendations_csv")).content.decode()

    def test_saving_the_same_words_keeps_none(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1")
        assert edit(client, recommendation, text="Write it\r\ndown. ").status_code == 302
        assert not recommendation.earlier_wordings.exists()

    def test_before_it_is_public_nothing_is_asked(self, client, publication, recommend, sign_in):
        publication.live, publication.first_published_at = False, None
        publication.save()
        sign_in("publishers")
        recommendation = recommend("1")
        assert edit(client, recommendation, text="Write it all down.").status_code == 302
        assert not recommendation.earlier_wordings.exists()


class RightsTests:
    def test_a_document_officer_writes_those_of_a_draft_only(self, client, publication, recommend, sign_in):
        publication.live, publication.first_published_at = False, None
        publication.save()
        recommendation = recommend("1")
        sign_in("document_officers")
        assert edit(client, recommendation, text="Better words.").status_code == 302
        publication.save_revision().publish()
        url = reverse("recommendations:edit", args=[recommendation.pk])
        assert client.get(url).status_code == 302
        assert client.post(url, {"text": "Mine."}).status_code == 302
        add_several(client, publication, "9. Sneaked in.")
        assert list(Recommendation.objects.values_list("text", flat=True)) == ["Better words."]

    def test_one_that_was_public_is_not_deleted(self, client, live, recommend, sign_in):
        sign_in("publishers")
        recommendation = recommend("1")
        client.post(reverse("recommendations:delete", args=[recommendation.pk]))
        assert Recommendation.objects.filter(pk=recommendation.pk).exists()

    def test_the_list_costs_the_same_with_one_and_with_twenty(
        self, client, live, recommend, sign_in, django_assert_max_num_queries
    ):
        sign_in("publishers")
        for n in range(20):
            recommend(str(n), ("done", -1))
        client.get(reverse("recommendations:index"))
        with django_assert_max_num_queries(30):
            assert client.get(reverse("recommendations:index")).status_code == 200
