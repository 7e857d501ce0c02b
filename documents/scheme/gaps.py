"""What the publication scheme promises and nobody has published: "no minutes for March".

Publications count of themselves. A section that publishes in another way (the minutes of a committee's meetings) says
so by registering a source.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from partnership.content.partial_dates import last_day
from partnership.content.visibility import Audience

from ..models import PublicationPage, SchemeExpectation
from .periods import Period, periods_over

# The time that something public is about, from its first day to its last.
Covered = tuple[date, date]
# Made once for an audience, and then asked about each expectation: what it reads, it reads once.
Source = Callable[[Audience], Callable[[SchemeExpectation], Iterable[Covered]]]
_sources: list[Source] = []


def register_source(source: Source) -> Source:
    """Add what else counts for an expectation: what an audience may see of it, by the time each is about."""
    _sources.append(source)
    return source


@dataclass(frozen=True)
class Gap:
    """A period for which something expected is not there."""

    expectation: SchemeExpectation
    period: Period

    def __str__(self):
        return f"{self.expectation}: nothing for {self.period}"

    @property
    def due_on(self) -> date:
        """The last day on which it would have been there in time."""
        return self.period.last + timedelta(days=self.expectation.days_allowed)


def gaps(expectations, audience: Audience, today: date) -> list[Gap]:
    """Every gap that the public would find today, the newest first; a fixed number of queries."""
    expectations = list(expectations)
    public = list(counting_publications(audience)) if expectations else []
    sources = [source(audience) for source in _sources]
    found = []
    for expectation in expectations:
        covered = [covered_by(page) for page in public if counts_for(page, expectation)]
        for source in sources:
            covered += source(expectation)
        found += [
            Gap(expectation, period)
            for period in periods_over(expectation, today)
            if not any(period.meets(*times) for times in covered)
        ]
    return sorted(found, key=lambda gap: gap.period.last, reverse=True)


def counting_publications(audience: Audience):
    """The publications that the public has, with a date to go by."""
    pages = audience.visible(PublicationPage.objects.published()).exclude(
        state=PublicationPage.State.WITHDRAWN
    )
    return pages.exclude(covers_from=None, published_on=None).only(
        "title", "kind", "scheme_class", "organisation_id", "published_on", "published_precision", "covers_from",
        "covers_until", "covers_precision",
    )  # fmt: skip


def covered_by(page: PublicationPage) -> Covered:
    """The time that a publication is about, or the day it was published where it does not say."""
    if page.covers_from:
        return page.covers_from, last_day(page.covers_until or page.covers_from, page.covers_precision)
    return page.published_on, last_day(page.published_on, page.published_precision)


def counts_for(page: PublicationPage, expectation: SchemeExpectation) -> bool:
    """Whether a publication is one of those that an expectation asks for."""
    return (
        page.scheme_class == expectation.scheme_class
        and expectation.kind in ("", page.kind)
        and expectation.organisation_id in (None, page.organisation_id)
        and expectation.title_words.lower() in page.title.lower()
    )
