"""What programmes gives to templates, its own and those of other parts."""

from datetime import date
from itertools import groupby

from django import template
from django.utils import timezone
from wagtail.models import Site

from partnership.content.landmarks import landmark_url
from partnership.content.visibility import audience_of

from ..models import (
    AreaOfWorkPage,
    ImpactFigure,
    Organisation,
    OurWorkIndexPage,
    PartnersPage,
    ResponsibleBody,
    Status,
)

register = template.Library()

TAG_COLOURS = {Status.ACTIVE: "green", Status.COMPLETED: "blue", Status.DECOMMISSIONED: "grey"}
# What the home page shows before it sends the reader on to the full list.
HOME_AREAS = 24
HOME_FIGURES = 8
HOME_MEMBERS = 12


@register.inclusion_tag("components/responsible_body.html", takes_context=True)
def responsible_body(context):
    """Who answers for the site, with the copyright line."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    body = ResponsibleBody.for_request(request) if site else ResponsibleBody()
    return {"body": body, "year": timezone.localdate().year}


@register.filter
def named_on(organisation: Organisation, day: date | None) -> str:
    """The organisation's name on a day: {{ organisation|named_on:page.dated_on }}."""
    return organisation.name_on(day)


@register.filter
def had_closed_on(organisation: Organisation, day: date) -> bool:
    """Whether the organisation's last day was before a day."""
    return organisation.had_closed_on(day)


@register.filter
def status_colour(status: str) -> str:
    """The colour of an area of work's status tag."""
    return TAG_COLOURS[status]


@register.simple_tag(takes_context=True)
def partners_url(context) -> str:
    """Where the pages of the partner organisations are; each is below it under its slug. "" where there are none."""
    return landmark_url(context.get("request"), PartnersPage)


@register.simple_tag(takes_context=True)
def our_work_url(context) -> str:
    """Where the list of all areas of work is, or ""."""
    return landmark_url(context.get("request"), OurWorkIndexPage)


@register.inclusion_tag("programmes/tags/areas_of_work.html", takes_context=True)
def areas_of_work(context):
    """The partnership's own work by kind, and the work of others under their own names."""
    request = context.get("request")
    areas = audience_of(request).visible(AreaOfWorkPage.objects.all()).for_listing()
    own = areas.filter(attributed_to=None).in_order()[:HOME_AREAS]
    of_others = areas.exclude(attributed_to=None).order_by("attributed_to__name", "kind", "path")[:HOME_AREAS]
    return {
        "own": [
            (AreaOfWorkPage.Kind(kind).label, list(group))
            for kind, group in groupby(own, lambda area: area.kind)
        ],
        "of_others": [
            (owner, list(group)) for owner, group in groupby(of_others, lambda area: area.attributed_to)
        ],
        "our_work_url": landmark_url(request, OurWorkIndexPage),
    }


def with_sources(figures, audience, page=None) -> list[ImpactFigure]:
    """The figures, each with its source for this audience; a page is not named as a source on itself."""
    figures = list(figures)
    for figure in figures:
        words, address = figure.source_for(audience)
        on_itself = page is not None and figure.source_page_id == page.pk
        figure.source_words = figure.source_title if on_itself else words
        figure.source_address = "" if on_itself else address
    return figures


@register.inclusion_tag("programmes/tags/our_successes.html", takes_context=True)
def our_successes(context, heading="Our successes"):
    """The figures of the home page, drawn true to size."""
    figures = ImpactFigure.objects.successes().for_listing()[:HOME_FIGURES]
    return {
        "heading": heading,
        "figures": with_sources(figures, audience_of(context.get("request"))),
    }


@register.inclusion_tag("programmes/tags/impact_figures.html", takes_context=True)
def impact_figures(context, figures):
    """The figures that a page shows, with their sources."""
    page = context.get("page")
    return {"figures": with_sources(figures, audience_of(context.get("request")), page)}


@register.inclusion_tag("programmes/tags/partner_organisations.html", takes_context=True)
def partner_organisations(context):
    """The organisations that make up the partnership."""
    today = timezone.localdate(audience_of(context.get("request")).now)
    return {
        "organisations": Organisation.objects.members_on(today)[:HOME_MEMBERS],
        "partners_url": partners_url(context),
    }
