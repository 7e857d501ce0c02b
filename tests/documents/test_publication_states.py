"""A publication is awaited, published, superseded or withdrawn, and its files and followers know."""

from datetime import date

import pytest

from documents.models import PublicationPage, RegisterEntry
from partnership.alerts.models import Event

State = PublicationPage.State


def withdraw(publication):
    publication.state = State.WITHDRAWN
    publication.withdrawn_on = date(2026, 5, 1)
    publication.withdrawn_reason = "It named a service that has moved."
    publication.save_revision().publish()


@pytest.fixture
def newer(publication):
    """A publication that takes the place of the first one."""
    page = publication.get_parent().add_child(
        instance=PublicationPage(
            title="Second review",
            organisation=publication.organisation,
            body=[("paragraph", "<p>Newer.</p>")],
        )
    )
    page.save_revision().publish()
    return page


def supersede(publication, newer):
    publication.state = State.SUPERSEDED
    publication.superseded_by = newer
    publication.save_revision().publish()


class WithdrawnTests:
    def test_the_page_the_date_and_the_reason_stay(self, client, shown, publication):
        withdraw(publication)
        text = client.get(publication.url).content.decode()
        assert "It named a service that has moved." in text
        assert "1 May 2026" in text
        assert shown.url not in text

    def test_its_files_answer_that_they_are_gone_and_why(self, client, shown, publication):
        withdraw(publication)
        response = client.get(shown.url)
        assert response.status_code == 410
        assert publication.url in response.content.decode()
        assert "It named a service that has moved." in response.content.decode()

    def test_the_register_knows(self, shown, publication):
        withdraw(publication)
        assert list(RegisterEntry.objects.order_by("number").values_list("event", flat=True)) == [
            "published",
            "withdrawn",
        ]

    def test_the_register_says_why(self, shown, publication):
        withdraw(publication)
        assert RegisterEntry.objects.first().reason == "It named a service that has moved."

    def test_one_that_is_all_on_its_page_is_in_the_register_too(self, publication):
        publication.save_revision().publish()
        publication.save_revision().publish()
        withdraw(publication)
        lines = RegisterEntry.objects.order_by("number").values_list("event", "public_id", "reason")
        assert list(lines) == [
            ("published", f"page-{publication.pk}", ""),
            ("withdrawn", f"page-{publication.pk}", "It named a service that has moved."),
        ]

    def test_a_reason_is_needed(self, shown, publication):
        publication.state = State.WITHDRAWN
        assert set(publication.publishing_problems({})) == {"withdrawn_on", "withdrawn_reason"}

    def test_it_stays_in_the_list(self, client, shown, publication):
        withdraw(publication)
        text = client.get(publication.get_parent().url).content.decode()
        assert "Review of SIM" in text
        assert "Withdrawn" in text


class SupersededTests:
    def test_two_cannot_take_each_others_place(self, shown, publication, newer):
        supersede(publication, newer)
        newer.state, newer.superseded_by = State.SUPERSEDED, PublicationPage.objects.get(pk=publication.pk)
        assert "in a ring" in newer.publishing_problems({})["superseded_by"]
        newest = newer.copy(update_attrs={"slug": "third", "state": State.PUBLISHED, "superseded_by": None})
        newer.superseded_by = newest
        assert "superseded_by" not in newer.publishing_problems({})

    def test_the_page_leads_to_the_newer_one(self, client, shown, publication, newer):
        supersede(publication, newer)
        assert newer.url in client.get(publication.url).content.decode()

    def test_its_files_name_the_newer_one(self, client, shown, publication, newer):
        assert client.get(shown.url)["Link"] == f'<{shown.url}>; rel="canonical"'
        supersede(publication, newer)
        assert client.get(shown.url)["Link"].endswith(f'<{newer.url}>; rel="successor-version"')

    def test_a_newer_page_that_is_private_is_not_named(self, client, shown, publication, newer):
        supersede(publication, newer)
        newer.unpublish()
        assert newer.url not in client.get(publication.url).content.decode()
        assert "successor" not in client.get(shown.url)["Link"]

    def test_the_newer_one_must_be_chosen(self, publication):
        publication.state = State.SUPERSEDED
        assert "superseded_by" in publication.publishing_problems({})


class FollowerTests:
    def test_each_state_is_announced_once(self, shown, publication, newer):
        publication.save_revision().publish()
        supersede(publication, newer)
        withdraw(publication)
        keys = Event.objects.filter(object_id=str(publication.pk)).values_list("key", flat=True)
        assert sorted(key.split("-")[-1] for key in keys) == ["published", "superseded", "withdrawn"]

    def test_an_awaited_one_is_announced_when_it_comes(self, publication):
        publication.state, publication.expected_basis = State.AWAITED, "No date has been given."
        publication.save_revision().publish()
        assert not Event.objects.exists()
        publication.state = State.PUBLISHED
        publication.save_revision().publish()
        assert Event.objects.get().subject == "Published: Review of SIM"
