"""Agenda items and papers, published unless said otherwise."""

from datetime import UTC, datetime

from meetings.models import AgendaItem, AgendaPaper

PUBLISHED_AT = datetime(2023, 9, 18, 8, 0, tzinfo=UTC)


def agenda_item(meeting, title: str, part: str = "A", published_at=PUBLISHED_AT, **facts) -> AgendaItem:
    """An item at the end of its part."""
    place = AgendaItem.objects.filter(meeting=meeting, part=part, parent=facts.get("parent")).count()
    return AgendaItem.objects.create(
        meeting=meeting, title=title, part=part, place=place, published_at=published_at, **facts
    )


def agenda_paper(item, document, published_at=PUBLISHED_AT, **facts) -> AgendaPaper:
    """A paper of an item."""
    return AgendaPaper.objects.create(
        item=item, document=document, place=item.papers.count(), published_at=published_at, **facts
    )
