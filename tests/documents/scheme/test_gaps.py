"""What the publication scheme promises and nobody has published."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from documents.models import SchemeExpectation
from documents.scheme import gaps as gaps_module
from documents.scheme.gaps import gaps, register_source
from documents.scheme.periods import periods_over
from partnership.content.visibility import Audience
from tests.factories.pages import PublicationPageFactory
from tests.factories.people import make_person

TODAY = date(2026, 5, 15)


@pytest.fixture
def minutes(home):
    """Minutes expected each month from January, within 30 days."""
    return SchemeExpectation.objects.create(
        title="Minutes of the board",
        scheme_class="decisions",
        frequency="monthly",
        starts_on=date(2026, 1, 1),
        days_allowed=30,
        kind="minutes",
        title_words="board",
    )


def publish_minutes(day, **facts):
    whole = {
        "title": "Board minutes",
        "slug": f"minutes-{uuid4()}",
        "kind": "minutes",
        "scheme_class": "decisions",
    }
    return PublicationPageFactory(**(whole | {"covers_from": day, "covers_precision": "month"} | facts))


def missing(today=TODAY):
    return [str(gap.period) for gap in gaps(SchemeExpectation.objects.all(), Audience(), today)]


@pytest.mark.parametrize(
    ("frequency", "starts_on", "words"),
    [
        ("monthly", date(2026, 2, 10), ["February 2026", "March 2026"]),
        ("quarterly", date(2026, 1, 1), ["January 2026 to March 2026"]),
        ("yearly", date(2025, 1, 1), ["2025"]),
        ("yearly", date(2025, 4, 1), ["April 2025 to March 2026"]),
        ("yearly", date(2026, 1, 1), []),
    ],
)
def test_a_period_counts_once_it_and_the_days_allowed_are_over(frequency, starts_on, words):
    expectation = SchemeExpectation(frequency=frequency, starts_on=starts_on, days_allowed=30)
    assert [str(period) for period in periods_over(expectation, TODAY)] == words


def test_says_which_month_is_missing(minutes):
    publish_minutes(date(2026, 1, 1))
    publish_minutes(None, published_on=date(2026, 2, 20), published_precision="day")
    assert [str(gap) for gap in gaps([minutes], Audience(), TODAY)] == [
        "Minutes of the board: nothing for March 2026"
    ]


def test_one_that_covers_several_months_fills_them_all(minutes):
    publish_minutes(date(2026, 1, 1), covers_until=date(2026, 3, 1))
    assert missing() == []


@pytest.mark.parametrize(
    "fact",
    [
        {"kind": "report"},
        {"scheme_class": "none"},
        {"title": "Committee minutes"},
        {"draft": True},
        {"private": True},
        {"state": "withdrawn"},
        {"awaited": True},
    ],
)
def test_what_is_of_another_sort_or_not_public_fills_nothing(minutes, fact):
    for month in (1, 2, 3):
        publish_minutes(date(2026, month, 1), **fact)
    assert missing() == ["March 2026", "February 2026", "January 2026"]


def test_another_section_may_say_what_it_published(minutes, monkeypatch):
    monkeypatch.setattr(gaps_module, "_sources", [])
    register_source(lambda audience: lambda expectation: [(date(2026, 2, 3), date(2026, 2, 3))])
    assert missing() == ["March 2026", "January 2026"]


def test_costs_the_same_however_much_is_expected_and_there(minutes, django_assert_max_num_queries):
    for month in (1, 2):
        publish_minutes(date(2026, month, 1))
    for _ in range(4):
        minutes.pk = None
        minutes.save()
    # What is expected, what closes branches, publications; and of meetings their minutes and committees.
    with django_assert_max_num_queries(5):
        gaps(SchemeExpectation.objects.all(), Audience(), TODAY)


def test_editors_see_the_gaps_on_their_first_screen_and_in_the_list(client, minutes, time_machine):
    time_machine.move_to("2026-05-15T09:00+00:00", tick=False)
    client.force_login(make_person("document_officers"))
    text = client.get("/admin/").content.decode()
    assert "Minutes of the board: nothing for March 2026" in text
    text = client.get(reverse("wagtailsnippets_documents_schemeexpectation:list")).content.decode()
    assert "March 2026, February 2026, January 2026" in text
