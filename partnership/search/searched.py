"""Notes what people search for, without a write to the database by a reader's request.

A request adds a line to a file; a job puts the lines together by day and words. Nothing of the reader is in it, and
what looks like a person's own data is left out.
"""

import re
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from partnership.jobs import noted

from .models import SearchedWords
from .models.searched import KEPT

# Addresses, and numbers as long as a phone's or a patient's.
PERSONAL = re.compile(r"@|\d[\d\s-]{4,}\d")


def note(words: str, found: int, now: datetime) -> None:
    """Note a search; a full disk keeps nobody from searching."""
    words = " ".join(words.split()).casefold()[:100]
    if not words or PERSONAL.search(words):
        return
    said = {"day": timezone.localdate(now).isoformat(), "words": words, "found": found}
    noted.note(Path(settings.SEARCHED_WORDS_DIR), said)


def gather(now: datetime) -> None:
    """Put what was noted into the database, and forget what is older than 90 days."""
    with noted.taken(Path(settings.SEARCHED_WORDS_DIR), now) as lines, transaction.atomic():
        times, found = defaultdict(int), {}
        for day, words, number in filter(None, map(search_in, lines)):
            times[day, words] += 1
            found[day, words] = number
        for day, words in sorted(times):
            row, _ = SearchedWords.objects.select_for_update().get_or_create(day=day, words=words)
            row.times += times[day, words]
            row.found = found[day, words]
            row.save()
        SearchedWords.objects.filter(day__lt=timezone.localdate(now) - KEPT).delete()


def search_in(said: dict) -> tuple[date, str, int] | None:
    """The day, the words and how much was found; None where a line does not say."""
    try:
        return date.fromisoformat(said["day"]), said["words"].replace("\x00", " "), int(said["found"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
