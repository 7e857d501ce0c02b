"""Minutes as somebody has written them; nobody else has them yet."""

from meetings.models import MinutedItem, Minutes


def write_minutes(meeting, part: str = "A", items=None, **facts) -> Minutes:
    """The minutes of a part, with a text for each item: {item: text}."""
    minutes = Minutes.objects.create(meeting=meeting, part=part, **facts)
    for item, text in (items or {}).items():
        MinutedItem.objects.create(minutes=minutes, item=item, text=text)
    return minutes


def reword(minutes: Minutes, item, text: str) -> None:
    """Write something else about an item."""
    MinutedItem.objects.filter(minutes=minutes, item=item).update(text=text)
