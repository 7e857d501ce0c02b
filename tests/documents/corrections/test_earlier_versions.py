"""Earlier versions stay readable, marked and compared, until they must not be."""

import pytest
from django.urls import reverse

from documents.corrections.comparing import PUT_IN, SAME, TAKEN_OUT, compare
from documents.models import Edition, PublicationPage
from tests.factories.people import make_person

NOTE = "The figure for May was 12, not 21."


@pytest.fixture
def corrected(live, change):
    """The review, published and changed once."""
    return change(live)


def at(page, rest):
    return f"{page.url}versions/{rest}"


class ReadingTests:
    def test_the_page_says_what_changed_and_leads_to_the_earlier_version(self, client, corrected):
        text = client.get(corrected.url).content.decode()
        assert NOTE in text
        assert at(corrected, "1/") in text

    def test_the_earlier_version_is_marked_and_says_what_it_said(self, client, corrected):
        answer = client.get(at(corrected, "1/"))
        text = answer.content.decode()
        assert "This is an earlier version, replaced on" in text
        assert "What we found." in text
        assert "What we found in May: 12." not in text
        assert answer["X-Robots-Tag"] == "noindex"

    def test_the_comparison_marks_words_for_eyes_and_ears(self, client, corrected):
        text = client.get(at(corrected, "1/changes/")).content.decode()
        assert "<ins" in text
        assert "added: " in text
        assert "in May: 12." in text

    def test_todays_number_leads_to_the_page_and_others_nowhere(self, client, corrected):
        assert client.get(at(corrected, "2/")).url == corrected.url
        for rest in ("3/", "0/", "99999999/", "1/nonsense/", "2/changes/"):
            assert client.get(at(corrected, rest)).status_code == 404, rest

    def test_a_draft_in_between_is_never_shown(self, client, corrected, change):
        corrected.body = [("paragraph", "<p>A secret draft.</p>")]
        corrected.save_revision()
        page = change(PublicationPage.objects.get(pk=corrected.pk), "Third text.", "Put right once more.")
        seen = [
            client.get(at(page, rest)).content.decode() for rest in ("1/", "2/", "1/changes/", "2/changes/")
        ]
        assert not any("A secret draft." in text for text in seen)
        assert "What we found in May: 12." in seen[1]

    def test_a_file_that_is_no_longer_offered_has_no_link(self, client, live, document):
        live.files.create(document=document)
        live.change_note = "We added the file."
        live.save_revision().publish()
        page = PublicationPage.objects.get(pk=live.pk)
        page.files.clear()
        page.change_note = "We took the file off."
        page.save_revision().publish()
        text = client.get(at(page, "2/")).content.decode()
        assert "no longer offered" in text
        assert document.url not in text


class GoneTests:
    def test_a_withdrawal_hides_them(self, client, corrected):
        corrected.state, corrected.withdrawn_on = "withdrawn", "2026-05-01"
        corrected.withdrawn_reason = "It was wrong."
        corrected.save_revision().publish()
        for rest in ("1/", "1/changes/"):
            answer = client.get(at(corrected, rest))
            assert answer.status_code == 410
            assert "What we found" not in answer.content.decode()

    def test_unpublishing_hides_them(self, client, corrected):
        corrected.unpublish()
        assert client.get(at(corrected, "1/")).status_code == 404

    @pytest.mark.parametrize(("role", "hides"), [("publishers", True), ("editors", False)])
    def test_one_is_hidden_at_once_by_who_may_take_down(self, client, corrected, role, hides):
        client.force_login(make_person(role))
        edition = Edition.objects.get(number=1)
        url = reverse("earlier_versions:edit", args=[edition.pk])
        client.post(url, {"hidden_reason": "It contained personal information."})
        client.logout()
        for rest in ("1/", "1/changes/"):
            answer = client.get(at(corrected, rest))
            assert answer.status_code == (410 if hides else 200)
            assert ("It contained personal information." in answer.content.decode()) == hides


class CompareTests:
    def words(self, old, new):
        return [[(piece.kind, piece.words) for piece in paragraph] for paragraph in compare(old, new)]

    def test_words_within_a_paragraph(self):
        assert self.words(["The figure was 21 in May"], ["The figure was 12 in May"]) == [
            [(SAME, "The figure was"), (TAKEN_OUT, "21"), (PUT_IN, "12"), (SAME, "in May")]
        ]

    def test_paragraphs_put_in_and_taken_out(self):
        assert self.words(["One", "Two"], ["One", "Three four"]) == [
            [(SAME, "One")],
            [(TAKEN_OUT, "Two")],
            [(PUT_IN, "Three four")],
        ]

    def test_a_very_long_paragraph_is_marked_as_a_whole(self):
        old, new = " ".join(["a"] * 5000), " ".join(["a"] * 5001)
        assert [kind for paragraph in self.words([old], [new]) for kind, _ in paragraph] == [
            TAKEN_OUT,
            PUT_IN,
        ]
