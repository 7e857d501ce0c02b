"""A review with recommendations."""

from datetime import date, timedelta

import pytest

from documents.models import Recommendation, RecommendedAction


@pytest.fixture
def today():
    return date.today()  # noqa: DTZ011


@pytest.fixture
def live(publication):
    """The review, published."""
    publication.save_revision().publish()
    publication.refresh_from_db()
    return publication


@pytest.fixture
def recommend(publication, today):
    """A function that adds a recommendation with actions, each given as its status and days until it is due."""

    def recommend(label, *actions, text="Write it down."):
        recommendation = Recommendation.objects.create(publication=publication, label=label, text=text)
        for status, days in actions:
            RecommendedAction.objects.create(
                recommendation=recommendation,
                text=f"Do {label}",
                owner_role="Director",
                status=status,
                due_on=today + timedelta(days=days),
            )
        return recommendation

    return recommend
