"""Lines that requests note in files, for a job to put into the database: a reader's request writes nothing there."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

# A flood of requests fills no disk.
LARGEST_FILE = 2_000_000


def note(folder: Path, said: dict) -> None:
    """Add a line to the folder's file of this process; a full disk keeps no reader from their page."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A file for each process: nobody else writes between the letters of a line.
        with (folder / f"{os.getpid()}.jsonl").open("a", encoding="utf-8", errors="replace") as file:
            if file.tell() < LARGEST_FILE:
                file.write(json.dumps(said) + "\n")
    except OSError:
        return


@contextmanager
def taken(folder: Path, now: datetime) -> Iterator[list[dict]]:
    """All that was noted so far, oldest file first; forgotten when the block ends, kept where it fails."""
    # Renamed first: whatever is noted from here on goes into a file of its own. What a run that was stopped left
    # behind is taken along.
    for path in folder.glob("*.jsonl"):
        path.rename(path.with_suffix(f".{now:%Y%m%d%H%M%S}.taken"))
    paths = sorted(folder.glob("*.taken"))
    yield [said for path in paths for said in lines_of(path)]
    for path in paths:
        path.unlink(missing_ok=True)


def lines_of(path: Path) -> Iterator[dict]:
    """What each line says; one that was cut off is left out."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if isinstance(said, dict):
            yield said
