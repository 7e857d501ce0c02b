"""The process that inspects one file: sets its own limits, reads a task as JSON, answers in JSON on standard output.

Run by `sandbox`; the answer is written last, so that a process that dies says nothing.
"""

import base64
import json
import resource
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from . import limits


def restrict(task: str) -> None:
    """Give up, for good, more time, memory and disk than this task may need for one file."""
    is_reading = task == "read"
    seconds = limits.READING_WALL_SECONDS if is_reading else limits.CPU_SECONDS
    memory = limits.READING_MEMORY if is_reading else limits.MEMORY
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # At the first limit the process is told why it ends, at the second it is ended.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.FILE_SIZE, limits.FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def perform(task: dict):
    """Do what a task asks; the answer is plain data."""
    path = Path(task["path"])
    if task["do"] == "read":
        return read(path, task["filename"])
    # The parsers are loaded only here, behind the limits.
    from . import engine, first_page, mend

    match task["do"]:
        case "inspect":
            now = datetime.fromisoformat(task["now"])
            return engine.inspect(path, task["filename"], now, tuple(task["own_domains"])).as_data()
        case "mend":
            done = mend.mend(path, Path(task["out_path"]), task["title"], task["language"], task["filename"])
            return [asdict(finding) for finding in done]
        case "picture":
            return base64.b64encode(first_page.picture(path)).decode()
    raise ValueError(task["do"])


def read(path: Path, filename: str) -> dict | None:
    """The text of a file's pages, or why it cannot be read."""
    from . import page_texts

    try:
        found = page_texts.page_texts(path, filename)
    except page_texts.NoTextError as problem:
        return {"problem": str(problem)}
    return asdict(found) if found else None


if __name__ == "__main__":
    # The task comes from the site itself; only the file that it names is a stranger's.
    given = json.load(sys.stdin)
    restrict(given["do"])
    json.dump(perform(given), sys.stdout)
