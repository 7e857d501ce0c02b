"""The decisions of one organisation's committee, meeting after meeting: as a page, and as a table to download."""

from collections import defaultdict
from datetime import datetime

from django.db.models import Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from partnership.content.pagination import page_of
from partnership.content.spreadsheets import csv_response
from partnership.content.visibility import Audience, audience_of
from programmes.models import Organisation

from ..agenda.reading import flat, numbered
from ..clock import LONDON
from ..models import AgendaItem, CommitteeMember, ItemRecord, MeetingPage, Sitting
from ..notice.counting import day_in_london
from .reading import seen_by

PER_PAGE = 25
HEADING = [
    "Date of the meeting",
    "Meeting",
    "Address",
    "Item",
    "Title",
    "Organisation",
    "Decision",
    "Standing",
    "In words",
    "Quorate",
    "Conflicts of interest declared",
    "How they were managed",
    "Reference of its minutes",
    "Ratified on",
    "Ratified by",
]


def organisation_of(committee, slug: str) -> Organisation:
    """An organisation whose committee this is or was. Raises Http404 for every other."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise Http404("There is no such organisation.")
    own = CommitteeMember.objects.filter(committee=committee.pk, organisation=organisation)
    sat = Sitting.objects.published().filter(
        organisation=organisation, meeting__path__startswith=committee.path
    )
    if not own.exists() and not sat.exists():
        raise Http404("The organisation has no committee here.")
    return organisation


def decisions_of(committee, organisation: Organisation, audience: Audience):
    """The public decisions that bind an organisation, latest first; those of a joint committee bind all of it."""
    meetings = MeetingPage.objects.child_of(committee).values("pk")
    found = ItemRecord.objects.public(audience).decided().filter(item__meeting__in=meetings)
    return found.filter(Q(organisation=organisation) | Q(organisation=None)).latest_first()


@require_safe
def decisions_page(request, committee, slug: str):
    """The decisions of one organisation's committee, a page for each year or all of them in pages."""
    organisation, audience = organisation_of(committee, slug), audience_of(request)
    found = decisions_of(committee, organisation, audience)
    starts = found.order_by().values_list("item__meeting__starts_at", flat=True).distinct()
    years = sorted({day_in_london(moment).year for moment in starts if moment}, reverse=True)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else None
    if asked and year not in years:
        raise Http404("There are no decisions of that year.")
    if year:
        found = in_year(found, year)
    results = page_of(found.select_related("item", "ratified_by_meeting"), request, PER_PAGE)
    results.object_list = with_places(list(results.object_list), audience)
    context = {
        "page": committee,
        "self": committee,
        "request": request,
        "organisation": organisation,
        "whose": name_of_committee(committee, organisation),
        "results": results,
        "years": years,
        "year": year,
        "url": f"{committee.url}decisions/{organisation.slug}/",
    }
    return TemplateResponse(request, "meetings/records/decisions_page.html", context)


def in_year(found, year: int):
    """Those of meetings in a year, in London."""
    first = datetime(year, 1, 1, tzinfo=LONDON)
    return found.filter(
        item__meeting__starts_at__gte=first, item__meeting__starts_at__lt=first.replace(year=year + 1)
    )


def name_of_committee(committee, organisation: Organisation) -> str:
    """What the organisation's own committee is called, where that is written down."""
    line = CommitteeMember.objects.filter(committee=committee.pk, organisation=organisation).first()
    return line.name if line else ""


@require_safe
def decisions_csv(request, committee, slug: str):
    """The same as a table: a line for each decision."""
    organisation, audience = organisation_of(committee, slug), audience_of(request)
    found = decisions_of(committee, organisation, audience).select_related(
        "item", "ratified_by_meeting", "organisation"
    )
    rows = [line_of(row, request) for row in with_places(list(found), audience)]
    return csv_response(f"decisions-{committee.slug}-{organisation.slug}", HEADING, rows)


def line_of(row: ItemRecord, request) -> list:
    """One decision as a line of the table."""
    meeting = row.meeting
    ratified = [row.ratifying_meeting.title if row.ratifying_meeting else "", row.ratified_note]
    return [
        day_in_london(meeting.starts_at),
        meeting.title,
        f"{meeting.get_full_url(request)}#item-{row.number}",
        row.number,
        row.item.title,
        row.organisation.name if row.organisation else "All of the joint committee",
        row.get_decision_display(),
        standing_of(row),
        row.decision_text,
        {True: "Yes", False: "No", None: "Not recorded"}[row.quorate],
        row.conflicts,
        row.conflicts_managed,
        row.reference,
        row.ratified_on,
        ", ".join(filter(None, ratified)),
    ]


def standing_of(row: ItemRecord) -> str:
    """Whether what was decided binds anybody, in a word or two."""
    if row.awaits_ratification:
        return "Subject to ratification"
    return "Ratified" if row.ratified_on else "Decided"


def with_places(rows: list[ItemRecord], audience: Audience) -> list[ItemRecord]:
    """Rows with their meeting, the number of their item there and, where it may be opened, the ratifying meeting.

    In two queries, however many there are.
    """
    keys = {row.item.meeting_id for row in rows}
    meetings = MeetingPage.objects.filter(pk__in=keys).defer("body").in_bulk()
    numbers = numbers_at(meetings)
    for row in rows:
        row.meeting = meetings[row.item.meeting_id]
        row.number = numbers.get(row.item_id, "")
        row.ratifying_meeting = seen_by(audience, row.ratified_by_meeting)
    return rows


def numbers_at(meetings: dict[int, Page]) -> dict[int, str]:
    """The number of every published item of these meetings, by its key, as their pages number them."""
    items = defaultdict(list)
    for item in AgendaItem.objects.filter(meeting__in=list(meetings)).published().in_order():
        items[item.meeting_id].append(item)
    return {
        line.item.pk: line.number
        for key, own in items.items()
        for line in flat(numbered(own, {}, meetings[key]))
    }
