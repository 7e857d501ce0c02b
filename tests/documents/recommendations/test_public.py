"""What the public sees of recommendations: on their publication, in the list of all, and as a table."""

import csv
import io

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.models import CustomDocument, RecommendationIndexPage, RecommendationResponse
from programmes.models import Organisation


@pytest.fixture
def index(publication):
    return publication.get_parent().add_child(
        instance=RecommendationIndexPage(title="Recommendations", slug="recommendations")
    )


def table(client, query=""):
    answer = client.get(reverse("recommendations_csv") + query)
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


class PublicationTests:
    def test_progress_is_told_in_words(self, client, live, recommend):
        recommend("1", ("done", -5))
        recommend("2", ("in_progress", -5))
        text = " ".join(client.get(live.url).content.decode().split())
        assert "<strong>1</strong> done" in text
        assert "<strong>1</strong> overdue" in text

    def test_a_draft_publication_shows_nothing_anywhere(self, client, publication, index, recommend):
        publication.unpublish()
        recommend("1", text="A secret so far.")
        assert "A secret so far." not in client.get(index.url).content.decode()
        assert "A secret so far." not in str(table(client))

    def test_a_withdrawn_publication_shows_none(self, client, live, index, recommend):
        recommend("1", text="No longer said.")
        live.state = "withdrawn"
        live.save()
        for url in (live.url, index.url):
            assert "No longer said." not in client.get(url).content.decode()

    def test_evidence_is_public_as_long_as_its_publication_is(self, client, live, recommend):
        action = recommend("1", ("done", -5)).actions.get()
        proof = CustomDocument.objects.create(
            title="Proof", file=ContentFile(b"%PDF-1.7 proof", name="proof.pdf")
        )
        assert client.get(proof.url).status_code == 404
        action.evidence_document = proof
        action.save()
        assert proof.url in client.get(live.url).content.decode()
        assert client.get(proof.url).status_code == 200
        live.unpublish()
        assert client.get(proof.url).status_code == 404


class IndexTests:
    @pytest.fixture
    def answered(self, live, recommend):
        """One accepted by a trust and rejected by another, one the other way round."""
        first, second = recommend("1", text="Say it first."), recommend("2", text="Say it second.")
        other = Organisation.objects.create(name="Other", slug="other", kind="nhs_trust")
        for recommendation, answers in ((first, "accepted rejected"), (second, "rejected accepted")):
            for body, answer in zip((live.organisation, other), answers.split(), strict=True):
                RecommendationResponse.objects.create(
                    recommendation=recommendation, organisation=body, answer=answer, text="Because."
                )

    def test_organisation_and_response_are_about_the_same_answer(self, client, index, answered):
        text = client.get(index.url, {"organisation": "other", "response": "accepted"}).content.decode()
        assert "Say it second." in text
        assert "Say it first." not in text

    def test_progress_narrows(self, client, live, index, recommend):
        recommend("1", ("done", -5), text="Finished thing.")
        recommend("2", text="Nobody does it.")
        text = client.get(index.url, {"status": "done"}).content.decode()
        assert "Finished thing." in text
        assert "Nobody does it." not in text

    def test_an_unknown_value_is_answered_beside_the_field(self, client, live, index, recommend):
        recommend("1")
        assert client.get(index.url, {"status": "nonsense"}).status_code == 400
        answer = client.get(reverse("recommendations_csv"), {"status": "nonsense"})
        assert answer.status_code == 400
        assert answer.content.decode().startswith("Progress: ")

    def test_a_page_costs_the_same_with_one_and_with_twenty(self, client, live, index, recommend):
        def costs(url):
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            return len(queries)

        def answered(label):
            recommendation = recommend(label, ("done", -5), ("in_progress", -5))
            RecommendationResponse.objects.create(
                recommendation=recommendation, organisation=live.organisation, answer="accepted"
            )

        answered("1")
        urls = (index.url, live.url, reverse("recommendations_csv"))
        with_one = [costs(url) for url in urls]
        for n in range(2, 25):
            answered(str(n))
        assert [costs(url) for url in urls] == with_one
        assert with_one[0] <= 23


class TableTests:
    def test_a_formula_does_not_run(self, client, live, recommend):
        recommend("1", text="=HYPERLINK(0)")
        recommend("2", text="\t=1+1")
        recommend("3", text="-2")
        texts = [row[4] for row in table(client)[1:-1]]
        assert texts == ["'=HYPERLINK(0)", "'\t=1+1", "'-2"]

    def test_it_ends_with_the_licence(self, client, live, recommend):
        recommend("1")
        assert "Open Government Licence" in table(client)[-1][0]

    def test_the_filters_of_the_list_hold(self, client, live, recommend):
        recommend("1", ("done", -5))
        recommend("2")
        assert {row[2] for row in table(client, "?status=done")[1:-1]} == {"1"}
