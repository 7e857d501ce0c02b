"""The words of rich texts, and times within a recording as people write them."""

import re

from bs4 import BeautifulSoup
from django.utils.html import strip_tags

PARAGRAPHS = ["p", "li"]
TIME_CODE = re.compile(r"^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$")
AN_HOUR, A_MINUTE = 3600, 60


def has_words(html: str) -> bool:
    """Whether a rich text says anything: an editor's field that was left empty still holds a paragraph."""
    return bool(strip_tags(html or "").replace("\xa0", " ").strip())


def paragraphs(html: str) -> list[str]:
    """What a rich text says, paragraph by paragraph."""
    soup = BeautifulSoup(html or "", "html.parser")
    parts = [part for part in soup.find_all(PARAGRAPHS) if not part.find(PARAGRAPHS)]
    words = [" ".join(part.get_text().split()) for part in parts]
    return [paragraph for paragraph in words if paragraph]


def seconds_of(time_code: str) -> int | None:
    """The seconds of "12:30" or "1:05:00" from the start; None for what is no time."""
    match = TIME_CODE.match(time_code.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return None if match[1] and minutes >= A_MINUTE else hours * AN_HOUR + minutes * A_MINUTE + seconds


def time_code(seconds: int) -> str:
    """Seconds from the start as a player shows them: "12:30", "1:05:00"."""
    hours, rest = divmod(seconds, AN_HOUR)
    minutes, seconds = divmod(rest, A_MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
