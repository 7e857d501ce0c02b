"""The figures that the partnerships give, each with its source."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds
from programmes.models import ImpactFigure

from .records import SWL, organisation
from .south_west_london import INDEX

OVER, EXACT = ImpactFigure.Qualifier.OVER, ImpactFigure.Qualifier.EXACT
COLLABORATIVES, LEADERSHIP = f"{INDEX}provider-collaboratives/", f"{INDEX}clinical-leadership/"
CHECKED_EVERY = timedelta(weeks=52)
# The first was due to be checked four weeks ago, so that editors see how a figure asks for it.
OVERDUE_BY = timedelta(weeks=4)
# value, qualifier, unit, in words, what it counts, period, the page it comes from. The texts give no day on which one was true.
OURS = [
    (3_600_000, OVER, "people", "", "in South London, for whom three trusts design better care, closer to home", "", COLLABORATIVES),
]  # fmt: skip
THEIRS = [
    (81_000_000, EXACT, "items", "", "delivered across London by the Procurement Partnership", "in 12 months of the pandemic", COLLABORATIVES),
    (2, EXACT, "times", "Doubled", "intensive care (ITU) capacity in South West London", "in the second wave of COVID-19", COLLABORATIVES),
    (250, OVER, "people", "", "helped to design the clinical vision for South West London", "2019", LEADERSHIP),
]  # fmt: skip
THEIRS_ON_STORIES = [
    (4, EXACT, "trusts", "", "plan and improve acute care together in South West London", "", COLLABORATIVES),
    (6, EXACT, "boroughs", "", "and six local Healthwatches took part", "2019", LEADERSHIP),
]


@builds(Stage.TEXTS, order=80)
def figures(demonstration):
    """Ours first and the other partnership's after them on the home page; each on the page it comes from, too."""
    rows = [
        *((figure, None, True) for figure in OURS),
        *((figure, organisation(SWL), True) for figure in THEIRS),
        *((figure, organisation(SWL), False) for figure in THEIRS_ON_STORIES),
    ]
    for order, (figure, whose, on_home_page) in enumerate(rows):
        value, qualifier, unit, in_words, counts, period, address = figure
        page = demonstration.page(address)
        ImpactFigure.objects.get_or_create(
            counts=counts,
            defaults={
                "value": value,
                "qualifier": qualifier,
                "unit": unit,
                "in_words": in_words,
                "period": period,
                "review_on": demonstration.today + (CHECKED_EVERY if order else -OVERDUE_BY),
                "source_page": page,
                "page": page,
                "organisation": whose,
                "on_home_page": on_home_page,
                "sort_order": order,
            },
        )
