"""What the search finds of minutes, item by item, and of recordings."""

from django.utils import timezone
from django.utils.html import strip_tags

from partnership.search.registry import Offer, Source, register_kind, register_source

from ..clock import LONDON
from ..models import Minutes, Recording
from ..models.agenda import Part
from .publishing import newest_edition
from .reading import RECORDING_SLUG, SLUGS, recording_of
from .words import has_words

register_kind("minutes", "Minutes", "Minutes")


def facts_of_meeting(meeting) -> dict:
    """When a meeting was, and whose it is."""
    return {
        "page_id": meeting.pk,
        "dated_on": timezone.localtime(meeting.starts_at, LONDON).date() if meeting.starts_at else None,
        "facets": {"kind": ["minutes"], "committee": [meeting.get_parent().slug]},
    }


@register_source
class MinutesFound(Source):
    """The newest edition of minutes that the public has, each item a place of its own."""

    kind = "minutes"
    watches = (Minutes,)

    def keys(self):
        return Minutes.objects.public().order_by("pk").values_list("pk", flat=True)

    def keys_on(self, page_keys):
        return self.keys().filter(meeting__in=page_keys)

    def visible(self, keys, audience):
        return set(self.keys().filter(pk__in=keys))

    def offers(self, keys, audience):
        for minutes in Minutes.objects.public().filter(pk__in=keys).select_related("meeting"):
            edition = newest_edition(minutes)
            if edition is None:
                continue
            facts = facts_of_meeting(minutes.meeting)
            named = f"Minutes{' (draft)' if edition.is_draft else ''}: {minutes.meeting.title}"
            address = f"{SLUGS[Part(minutes.part)]}/"
            around = f"{strip_tags(edition.opening)}\n{strip_tags(edition.closing)}".strip()
            yield Offer(key=minutes.pk, title=named, text=around, address=address, **facts)
            for place, line in enumerate(edition.lines, start=1):
                if has_words(line["text"]):
                    yield Offer(
                        key=minutes.pk,
                        place=place,
                        title=named,
                        text=f"{line['title']}\n{in_lines(line['text'])}",
                        address=f"{address}#item-{line['number']}",
                        **facts,
                    )

    def present(self, hits, audience):
        for hit in hits:
            hit.place = place_of(hit.match)
            hit.others = [
                (place_of(other), hit.page.url + other.address) for other in hit.elsewhere if other.place
            ]


@register_source
class RecordingsFound(Source):
    """The transcripts of recordings that the public has."""

    kind = "recording"
    watches = (Recording,)

    def keys(self):
        return Recording.objects.published().order_by("pk").values_list("pk", flat=True)

    def keys_on(self, page_keys):
        return self.keys().filter(meeting__in=page_keys)

    def visible(self, keys, audience):
        return set(self.keys().filter(pk__in=keys))

    def offers(self, keys, audience):
        for recording in Recording.objects.published().filter(pk__in=keys).select_related("meeting"):
            if recording_of(recording.meeting, audience.now):
                yield Offer(
                    key=recording.pk,
                    title=f"Recording: {recording.meeting.title}",
                    text=in_lines(recording.transcript),
                    address=f"{RECORDING_SLUG}/",
                    **facts_of_meeting(recording.meeting),
                )


def place_of(match) -> str:
    """Where in the minutes a match is, in words: "item 3.2"; "" for what belongs to no item."""
    number = match.address.partition("#item-")[2]
    return f"item {number}" if number else ""


def in_lines(html: str) -> str:
    """The words of a rich text, a line for each paragraph."""
    return strip_tags(html.replace("</p>", "\n").replace("</li>", "\n"))
