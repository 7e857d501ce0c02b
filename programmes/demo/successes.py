"""The figures that the partnerships give, each with its source."""

from partnership.content.demonstration import Stage, builds
from programmes.models import ImpactFigure

from .records import SWL, organisation
from .south_west_london import INDEX

OVER, EXACT = ImpactFigure.Qualifier.OVER, ImpactFigure.Qualifier.EXACT
ABOUT, WORK = "/about/", "/our-work/"
COLLABORATIVES, LEADERSHIP = f"{INDEX}provider-collaboratives/", f"{INDEX}clinical-leadership/"
# value, qualifier, unit, what it counts, period, the page it comes from
OURS = [
    (3_600_000, OVER, "people", "live in South London, where the three mental health trusts work together", "", COLLABORATIVES),
    (3, EXACT, "trusts", "work as one partnership for better mental health care", "", ABOUT),
    (3, EXACT, "provider collaboratives", "commission specialist mental health services", "", WORK),
]  # fmt: skip
THEIRS = [
    (81_000_000, EXACT, "items", "delivered across London by the Procurement Partnership", "in 12 months of the pandemic", COLLABORATIVES),
    (2, EXACT, "times", "the intensive care (ITU) capacity there was before", "second wave of COVID-19", COLLABORATIVES),
    (250, OVER, "people", "helped to design the clinical vision for South West London", "2019", LEADERSHIP),
]  # fmt: skip
THEIRS_ON_STORIES = [
    (4, EXACT, "trusts", "plan and improve acute care together in South West London", "", COLLABORATIVES),
    (6, EXACT, "boroughs", "and six local Healthwatches took part", "2019", LEADERSHIP),
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
        value, qualifier, unit, counts, period, address = figure
        page = demonstration.page(address)
        ImpactFigure.objects.get_or_create(
            counts=counts,
            defaults={
                "value": value,
                "qualifier": qualifier,
                "unit": unit,
                "period": period,
                "source_page": page,
                "page": page if address.startswith(INDEX) else None,
                "organisation": whose,
                "on_home_page": on_home_page,
                "sort_order": order,
            },
        )
