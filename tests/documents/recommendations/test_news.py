"""Followers of a publication are told where actions stand, and each recommendation is found by the site's search."""

import pytest
from django.urls import reverse

from documents.models import PublicationPage, Recommendation
from partnership.alerts.models import Event
from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.indexing import catch_up
from tests.factories.admin_forms import form_values


@pytest.fixture
def save(client, django_user_model):
    """A function that saves a recommendation's screen with what is typed."""
    client.force_login(django_user_model.objects.create_superuser("publisher"))

    def save(recommendation, **typed):
        screen = reverse("recommendations:edit", args=[recommendation.pk])
        answer = client.post(screen, {**form_values(client.get(screen)), **typed})
        assert answer.status_code == 302, answer.context["form"].errors

    return save


def read():
    while catch_up(Audience()):
        pass


def found(words):
    return list(find(words, Audience(), {"kind": "recommendation"})[0:10])


def progress_letters():
    return list(Event.objects.filter(key__startswith="action-report-"))


class LetterTests:
    def test_one_for_each_change_and_none_where_nothing_changed(self, live, recommend, save):
        recommendation = recommend("3a", ("not_started", 30))
        save(recommendation)
        assert progress_letters() == []
        done = {"actions-0-status": "done", "actions-0-status_note": "Opened in May."}
        for _ in range(2):
            save(recommendation, **done)
        [letter] = progress_letters()
        assert (letter.kind, letter.object_id) == ("publication", str(live.pk))
        assert "recommendation 3a" in letter.subject
        assert "Now: Done. Opened in May." in letter.text
        assert letter.url.endswith(f"#{recommendation.anchor}")

    def test_what_is_reported_together_comes_in_one(self, live, recommend, save):
        recommendation = recommend("1", ("not_started", 30), ("not_started", 60))
        save(recommendation)
        save(recommendation, **{f"actions-{number}-status": "in_progress" for number in (0, 1)})
        [letter] = progress_letters()
        assert letter.text.count("Now: In progress.") == 2

    def test_none_of_what_the_public_cannot_see(self, publication, recommend, save):
        publication.unpublish()
        recommendation = recommend("1", ("not_started", 30))
        save(recommendation)
        save(recommendation, **{"actions-0-status": "done"})
        assert progress_letters() == []


class FoundTests:
    @pytest.fixture
    def okapi(self, live, recommend):
        recommendation = recommend("2.4", ("not_started", 30), text="Count every okapi by hand.")
        read()
        return recommendation

    def test_it_opens_where_it_stands(self, client, okapi, live):
        [hit] = found("okapi")
        assert hit.title == f"Recommendation 2.4: {live.title}"
        assert hit.url == f"{live.url}#{okapi.anchor}"
        assert hit.kind == "Recommendation"
        assert live.title in hit.trail
        assert f'id="{okapi.anchor}"' in client.get(live.url).content.decode()

    def test_by_what_was_done_about_it_too(self, okapi):
        action = okapi.actions.get()
        action.status_note = "All giraffes were counted instead."
        action.save()
        read()
        assert [hit.match.key for hit in found("giraffes")] == [okapi.pk]

    def test_not_once_its_publication_is_out_of_sight(self, okapi, live):
        live.unpublish()
        assert found("okapi") == []

    def test_nor_once_that_was_withdrawn(self, okapi, live):
        PublicationPage.objects.filter(pk=live.pk).update(state="withdrawn")
        assert found("okapi") == []

    def test_what_was_deleted_is_forgotten(self, okapi):
        Recommendation.objects.filter(pk=okapi.pk).delete()
        read()
        assert found("okapi") == []
