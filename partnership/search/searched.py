"""Notes what people search for, without a write to the database by a reader's request.

A request adds a line to a file; a job puts the lines together by day and words. Nothing of the reader is in it, and
what looks like a person's own data is left out.
"""

import json
import os
import re
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import SearchedWords
from .models.searched import KEPT

# Addresses, and numbers as long as a phone's or a patient's.
PERSONAL = re.compile(r"@|\d[\d\s-]{4,}\d")
# A flood of searches fills no disk.
LARGEST_FILE = 2_000_000


def note(words: str, found: int, now: datetime) -> None:
    """Note a search; a full disk keeps nobody from searching."""
    words = " ".join(words.split()).casefold()[:100]
    if not words or PERSONAL.search(words):
        return
    line = json.dumps({"day": timezone.localdate(now).isoformat(), "words": words, "found": found})
    folder = Path(settings.SEARCHED_WORDS_DIR)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A file for each process: nobody else writes between the letters of a line.
        with (folder / f"{os.getpid()}.jsonl").open("a", encoding="utf-8", errors="replace") as file:
            if file.tell() < LARGEST_FILE:
                file.write(line + "\n")
    except OSError:
        return


def gather(now: datetime) -> None:
    """Put what was noted into the database, and forget what is older than 90 days."""
    folder = Path(settings.SEARCHED_WORDS_DIR)
    # Renamed first: whatever is noted from here on goes into a file of its own. What a run that was stopped left
    # behind is taken along.
    for path in folder.glob("*.jsonl"):
        path.rename(path.with_suffix(f".{now:%Y%m%d%H%M%S}.taken"))
    taken = sorted(folder.glob("*.taken"))
    times, found = defaultdict(int), {}
    for path in taken:
        for at in noted_in(path):
            times[at[:2]] += 1
            found[at[:2]] = at[2]
    with transaction.atomic():
        for day, words in sorted(times):
            row, _ = SearchedWords.objects.select_for_update().get_or_create(day=day, words=words)
            row.times += times[day, words]
            row.found = found[day, words]
            row.save()
        SearchedWords.objects.filter(day__lt=timezone.localdate(now) - KEPT).delete()
    for path in taken:
        path.unlink(missing_ok=True)


def noted_in(path: Path):
    """The (day, words, how much was found) of each line; a line that was cut off is left out."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            said = json.loads(line)
            yield date.fromisoformat(said["day"]), said["words"].replace("\x00", " "), int(said["found"])
        except (ValueError, KeyError, TypeError):
            continue
