"""The figures that the partnerships give, each with its source."""

from partnership.content.demonstration import Stage, builds
from programmes.models import ImpactFigure

from .records import SWL, organisation
from .south_west_london import INDEX

OVER, EXACT = ImpactFigure.Qualifier.OVER, ImpactFigure.Qualifier.EXACT
COLLABORATIVES, LEADERSHIP = f"{INDEX}provider-collaboratives/", f"{INDEX}clinical-leadership/"
# value, qualifier, unit, what it counts, period, the page it comes from, whether it is the other partnership's
FIGURES = [
    (3_600_000, OVER, "people", "in South London, across whom the three mental health trusts work", "", COLLABORATIVES, False),
    (81_000_000, EXACT, "items", "delivered across London by the Procurement Partnership", "in 12 months of the pandemic", COLLABORATIVES, True),
    (2, EXACT, "times", "the intensive care (ITU) capacity there was before", "second wave of COVID-19", COLLABORATIVES, True),
    (250, OVER, "people", "helped to design the clinical vision for South West London", "2019", LEADERSHIP, True),
    (6, EXACT, "boroughs", "and six local Healthwatches took part", "2019", LEADERSHIP, True),
    (4, EXACT, "trusts", "plan and improve acute care together in South West London", "", COLLABORATIVES, True),
]  # fmt: skip


@builds(Stage.TEXTS, order=80)
def figures(demonstration):
    """Our successes, on the home page and on the pages they come from."""
    for order, (value, qualifier, unit, counts, period, address, theirs) in enumerate(FIGURES):
        page = demonstration.page(address)
        ImpactFigure.objects.get_or_create(
            counts=counts,
            defaults={
                "value": value,
                "qualifier": qualifier,
                "unit": unit,
                "period": period,
                "source_page": page,
                "page": page,
                "organisation": organisation(SWL) if theirs else None,
                "on_home_page": True,
                "sort_order": order,
            },
        )
