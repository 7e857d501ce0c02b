"""Decisions as the search finds them: each by itself, leading to its item on the page of its meeting."""

from django.utils import timezone
from wagtail.models import Page

from partnership.search.registry import Offer, Source, register_kind, register_source

from ..models import AgendaItem, ItemRecord
from .extracts import with_places
from .publishing import KIND

register_kind("decision", "Decision", "Decisions")


@register_source
class Decisions(Source):
    """What each committee decided on an item that the public may read."""

    kind = KIND
    watches = (ItemRecord, AgendaItem)

    def keys(self):
        return ItemRecord.objects.published().decided().order_by("pk").values_list("pk", flat=True).iterator()

    def stale_keys(self, instance):
        if isinstance(instance, AgendaItem):
            # An item that comes between others gives those after it another number, so another address.
            return of_meetings([instance.meeting_id])
        return [instance.pk]

    def keys_on(self, page_keys):
        return of_meetings(page_keys)

    def visible(self, keys, audience):
        return set(found_by(keys, audience).values_list("pk", flat=True))

    def offers(self, keys, audience):
        found = found_by(keys, audience).select_related("item", "organisation", "ratified_by_meeting")
        rows = with_places(list(found), audience)
        committees = committee_slugs({row.meeting.path for row in rows})
        for row in rows:
            yield offer(row, committees[row.meeting.path])


def found_by(keys, audience):
    """The decisions of these keys that an audience may read."""
    return ItemRecord.objects.public(audience).decided().filter(pk__in=list(keys))


def of_meetings(page_keys):
    """The records of these meetings."""
    return ItemRecord.objects.filter(item__meeting__in=list(page_keys)).values_list("pk", flat=True)


def committee_slugs(paths: set[str]) -> dict[str, str]:
    """The name in addresses of each meeting's committee, by the meeting's path."""
    above = {path: path[: -Page.steplen] for path in paths}
    slugs = dict(Page.objects.filter(path__in=set(above.values())).values_list("path", "slug"))
    return {path: slugs[parent] for path, parent in above.items()}


def offer(row: ItemRecord, committee: str) -> Offer:
    """A decision as the index takes it."""
    whose = row.organisation.name if row.organisation else ""
    said = [
        ": ".join(filter(None, [whose, row.get_decision_display()])),
        row.decision_text,
        row.conflicts,
        row.conflicts_managed,
        row.reference,
    ]
    facets = {"kind": ["decision"], "committee": [committee]}
    if row.organisation:
        facets["organisation"] = [row.organisation.slug]
    named = f"{row.item.title}: {row.organisation.called}" if row.organisation else row.item.title
    return Offer(
        key=row.pk,
        page_id=row.meeting.pk,
        title=named,
        text="\n".join(filter(None, said)),
        address=f"#item-{row.number}",
        facets=facets,
        dated_on=timezone.localdate(row.meeting.starts_at) if row.meeting.starts_at else None,
    )
