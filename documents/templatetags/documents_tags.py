"""What documents gives to templates, its own and those of other parts."""

from django import template
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language_info

from partnership.content.landmarks import landmark_url
from partnership.content.visibility import audience_of

from ..forms import LANGUAGE_CODE
from ..models import PublicationIndexPage, PublicationPage
from ..reading.checks import counts_in_words

register = template.Library()

TAG_COLOURS = {
    PublicationPage.State.AWAITED: "yellow",
    PublicationPage.State.PUBLISHED: "green",
    PublicationPage.State.SUPERSEDED: "grey",
    PublicationPage.State.WITHDRAWN: "red",
}
# Languages that Django's own list lacks or calls by another name.
LANGUAGES = {"en": "English", "bsl": "British Sign Language", "bfi": "British Sign Language"}
HOME_PUBLISHED = 4
HOME_AWAITED = 3
LISTED = 12


@register.filter
def state_colour(state: str) -> str:
    """The colour of a publication's state tag."""
    return TAG_COLOURS.get(state, "grey")


@register.filter
def days_late(publication, today) -> int:
    """How many days something awaited is late: {{ publication|days_late:today }}."""
    return publication.days_late(today)


@register.filter
def file_size(size: int | None) -> str:
    """A size in bytes as a reader needs it: "24 kB", "1.2 MB"; "" where it is not known."""
    if not size:
        return ""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)}\N{NO-BREAK SPACE}kB"
    return f"{size / 1_000_000:.1f}\N{NO-BREAK SPACE}MB"


@register.filter
def to_link(documents) -> list:
    """The documents chosen for a list that are still there, with what their links say, in the same few queries."""
    there = [document for document in documents if document]
    prefetch_related_objects(there, "reading__version")
    return there


@register.filter
def language_name(code: str) -> str:
    """A language in English: "English" for en-GB, "Somali" for so; the code itself where it is not known."""
    language = code.lower().partition("-")[0]
    if language in LANGUAGES:
        return LANGUAGES[language]
    try:
        return get_language_info(code.lower())["name"]
    except KeyError:
        return code


@register.filter
def html_language(code: str) -> str:
    """The code of a written language for an attribute; "" for a signed one and for what is no code."""
    is_written = LANGUAGE_CODE.fullmatch(code) and code.lower() not in ("bsl", "bfi")
    return code if is_written else ""


@register.simple_tag(takes_context=True)
def publications_url(context) -> str:
    """Where the list of publications is, or ""."""
    return landmark_url(context.get("request"), PublicationIndexPage)


def listed(context):
    """The publications that this request may list."""
    return audience_of(context.get("request")).visible(PublicationPage.objects.all()).for_listing()


@register.inclusion_tag("documents/tags/latest_publications.html", takes_context=True)
def latest_publications(context):
    """The newest publications, and those awaited."""
    publications = listed(context)
    return {
        "published": publications.published().newest_first()[:HOME_PUBLISHED],
        "awaited": publications.awaited().soonest_first()[:HOME_AWAITED],
        "publications_url": publications_url(context),
    }


@register.inclusion_tag("documents/tags/publications.html", takes_context=True)
def publications_of(context, area):
    """The publications about an area of work, awaited ones included."""
    return {"publications": listed(context).filter(areas_of_work=area.pk).newest_first()[:LISTED]}


@register.inclusion_tag("documents/tags/publications.html", takes_context=True)
def publications_by(context, organisation):
    """The publications of an organisation, or with a file of its own."""
    return {"publications": listed(context).of(organisation).newest_first()[:LISTED]}


@register.inclusion_tag("documents/tags/file_checks.html")
def file_checks():
    """How many public files fail which check of accessibility, as it was last counted."""
    return {"counts": counts_in_words()}
