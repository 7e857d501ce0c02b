"""The agenda as somebody reads it: items with numbers, times and papers; stubs for what is private."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from wagtail.models import Page

from partnership.accounts.grants import may_read_private
from partnership.content.visibility import Audience, audience_of

from ..models.agenda import AgendaItem, Part
from ..models.papers import AgendaPaper
from .replaced import note_replacements


def reads_part_b(request, meeting) -> bool:
    """Whether whoever sent this request reads the private part: the committee's members and governance officers.

    Never in a preview: it shows a page's draft, to whoever may edit it.
    """
    if request is None or getattr(request, "is_preview", False):
        return False
    user = audience_of(request).user
    return user is not None and may_read_private(user, meeting)


@dataclass
class Line:
    """One item of an agenda, as far as its reader may know it."""

    item: AgendaItem
    number: str
    starts_at: datetime | None = None
    is_stub: bool = False
    area_of_work: Page | None = None
    papers: list[AgendaPaper] = field(default_factory=list)
    # Where in the recording it begins (`minutes.watching.Watch`), where there is one.
    watch: object | None = None
    sub_lines: list["Line"] = field(default_factory=list)
    # What each committee decided on it.
    records: list = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is called; of a private item only what the public may read."""
        return self.item.title if not self.is_stub or self.item.title_is_public else "Private item"


@dataclass
class Agenda:
    """The items of a meeting as one reader has them."""

    part_a: list[Line]
    part_b: list[Line]
    with_part_b: bool

    def __bool__(self):
        return bool(self.part_a or self.part_b)


def read_agenda(meeting, with_part_b: bool, audience: Audience | None = None) -> Agenda:
    """The published agenda for the public, or for somebody who also reads Part B, in two queries; where a paper was
    replaced, in two more.

    For an `audience` also the areas of work that it may see.
    """
    published = AgendaItem.objects.filter(meeting=meeting.pk).published()
    if audience:
        published = published.select_related("area_of_work").defer("area_of_work__body")
    items = list(published.in_order())
    lines = numbered(items, papers_by_item(items, with_part_b), meeting)
    for line in flat(lines):
        line.is_stub = line.item.is_private and not with_part_b
        area = line.item.area_of_work if audience else None
        line.area_of_work = area if area and audience.may_see(area) else None
    return Agenda(
        [line for line in lines if line.item.part == Part.A],
        [line for line in lines if line.item.part == Part.B],
        with_part_b,
    )


def papers_by_item(items, with_part_b: bool) -> dict[int, list]:
    """The papers that a reader may have, by the key of their item."""
    papers = AgendaPaper.objects.filter(item__in=[item.pk for item in items])
    papers = papers.filter(published_at__isnull=False) if with_part_b else papers.public()
    by_key = {item.pk: item for item in items}
    found = defaultdict(list)
    for paper in papers.select_related("document__reading__version"):
        paper.item = by_key[paper.item_id]
        found[paper.item_id].append(paper)
    note_replacements([paper for papers in found.values() for paper in papers])
    return found


def numbered(items, papers: dict[int, list], meeting) -> list[Line]:
    """Items with their numbers ("3.2", "B1") and when each begins, as far as the part's start and minutes are known."""
    below = defaultdict(list)
    for item in items:
        if item.parent_id:
            below[item.parent_id].append(item)
    lines = []
    starts = {Part.A: meeting.public_starts_at, Part.B: meeting.private_starts_at}
    for part, mark in ((Part.A, ""), (Part.B, "B")):
        # In UTC, where minutes add up on the days that clocks change too.
        clock = starts[part].astimezone(UTC) if starts[part] else None
        tops = (item for item in items if item.part == part and not item.parent_id)
        for number, item in enumerate(tops, start=1):
            line = Line(item, f"{mark}{number}", clock, papers=papers.get(item.pk, []))
            own, subs = item.minutes or 0, 0
            for sub_number, sub in enumerate(below[item.pk], start=1):
                begins = clock + timedelta(minutes=subs) if clock else None
                line.sub_lines.append(
                    Line(sub, f"{line.number}.{sub_number}", begins, papers=papers.get(sub.pk, []))
                )
                subs += sub.minutes or 0
            # The minutes of an item are for all of it; without them, those of its sub-items add up.
            clock = clock + timedelta(minutes=own or subs) if clock and (own or subs) else None
            lines.append(line)
    return lines


def flat(lines: list[Line]):
    """Every line, sub-items after their own item."""
    for line in lines:
        yield line
        yield from line.sub_lines
