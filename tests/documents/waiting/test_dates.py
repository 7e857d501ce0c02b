"""When something awaited is expected, how late it is, and every date that was given for it."""

from datetime import date

import pytest

from documents.models import PublicationFile, PublicationPage
from tests.factories.records import DocumentFactory

State = PublicationPage.State


def promise(page, day, reason="", precision="day"):
    """Publish the page with another expected date."""
    page.expected_on, page.expected_precision, page.date_change_reason = day, precision, reason
    page.full_clean()
    page.save_revision().publish()


@pytest.mark.parametrize(
    ("day", "precision", "today", "late"),
    [
        (date(2026, 3, 2), "day", date(2026, 3, 2), 0),
        (date(2026, 3, 2), "day", date(2026, 3, 3), 1),
        (date(2026, 2, 1), "month", date(2026, 2, 28), 0),
        (date(2026, 2, 1), "month", date(2026, 3, 2), 2),
        (date(2028, 2, 1), "month", date(2028, 2, 29), 0),
        (date(2025, 1, 1), "year", date(2026, 1, 1), 1),
        (None, "day", date(2026, 3, 2), 0),
    ],
)
def test_it_is_late_from_the_day_after_the_last_it_may_mean(day, precision, today, late):
    page = PublicationPage(state=State.AWAITED, expected_on=day, expected_precision=precision)
    assert page.days_late(today) == late


def test_what_is_here_is_not_late():
    assert PublicationPage(expected_on=date(2020, 1, 1)).days_late(date(2026, 1, 1)) == 0


def test_every_date_is_kept_with_why_it_changed(client, awaited):
    promise(awaited, date(2026, 5, 1), "NHS England gave a date.")
    promise(awaited, date(2026, 9, 1), "More people are to be heard.", precision="month")
    assert [(given.expected, given.reason) for given in awaited.expected_dates.all()] == [
        ("September 2026", "More people are to be heard."),
        ("1 May 2026", "NHS England gave a date."),
        ("", ""),
    ]
    for address in (awaited.url, f"{awaited.get_parent().url}awaited/"):
        text = client.get(address).content.decode()
        assert "More people are to be heard." in text
        assert "1 May 2026, until" in text


def test_a_date_that_stays_is_kept_once(awaited):
    awaited.summary = "Said anew."
    awaited.save_revision().publish()
    assert awaited.expected_dates.count() == 1


@pytest.mark.parametrize("reason", ["", "NHS England gave a date."])
def test_each_change_needs_a_reason_of_its_own(awaited, reason):
    promise(awaited, date(2026, 5, 1), "NHS England gave a date.")
    awaited.expected_on, awaited.date_change_reason = date(2026, 9, 1), reason
    assert set(awaited.publishing_problems({})) == {"date_change_reason"}


def test_a_change_without_a_reason_is_not_published(awaited):
    awaited.expected_on = date(2026, 9, 1)
    with pytest.raises(Exception, match="why the expected date changed"):
        awaited.save_revision().publish()
    assert awaited.expected_dates.count() == 1


def test_a_draft_asks_for_no_reason(admin_client, awaited):
    awaited.expected_on = date(2026, 9, 1)
    awaited.save_revision()
    assert awaited.expected_dates.count() == 1


class EndTests:
    def bring(self, page):
        page.files = [PublicationFile(document=DocumentFactory(title="The response"))]
        return page.save_revision()

    def test_the_wait_ends_by_itself_when_the_file_goes_live(self, awaited, time_machine):
        time_machine.move_to("2026-03-02T09:00+00:00", tick=False)
        self.bring(awaited).publish()
        page = PublicationPage.objects.get(pk=awaited.pk)
        assert page.state == State.PUBLISHED
        assert page.published_on == date(2026, 3, 2)
        assert page.get_latest_revision_as_object().state == State.PUBLISHED

    def test_a_draft_with_the_file_ends_nothing(self, client, awaited):
        self.bring(awaited)
        assert PublicationPage.objects.get(pk=awaited.pk).is_awaited
        assert "The response" not in client.get(awaited.url).content.decode()

    def test_a_date_that_was_given_is_left_alone(self, awaited):
        awaited.published_on, awaited.published_precision = date(2026, 2, 1), "month"
        self.bring(awaited).publish()
        assert PublicationPage.objects.get(pk=awaited.pk).published == "February 2026"


class AwaitedListTests:
    def test_says_who_owes_what_and_how_late_it_is(self, client, awaited, time_machine):
        promise(awaited, date(2026, 5, 1), "A date was given.")
        time_machine.move_to("2026-05-11T09:00+00:00", tick=False)
        for address in (f"{awaited.get_parent().url}awaited/", awaited.get_parent().url, awaited.url):
            text = client.get(address).content.decode()
            assert "10 days late" in text
            assert awaited.organisation.name in text

    def test_has_a_fixed_address_that_no_publication_can_take(self, client, awaited):
        assert client.get("/publications/awaited/").status_code == 200
        assert 'href="/publications/awaited/"' in client.get("/publications/").content.decode()
        assert "slug" in PublicationPage(slug="awaited").publishing_problems({})

    def test_drafts_are_not_in_it(self, client, awaited):
        awaited.unpublish()
        text = client.get("/publications/awaited/").content.decode()
        assert "National response" not in text
        assert "Nothing is awaited at the moment." in text

    def test_is_in_the_map_of_the_site(self, client, awaited):
        assert "/publications/awaited/</loc>" in client.get("/sitemap-pages.xml").content.decode()

    def test_an_unknown_address_below_it_is_none(self, client, awaited):
        assert client.get("/publications/awaited/more/").status_code == 404
