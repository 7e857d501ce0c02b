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


def restrict() -> None:
    """Give up, for good, more time, memory and disk than one file may need."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # At the first limit the process is told why it ends, at the second it is ended.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CPU_SECONDS, limits.CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.FILE_SIZE, limits.FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))


def perform(task: dict):
    """Do what a task asks; the answer is plain data."""
    # The parsers are loaded only here, behind the limits.
    from . import engine, mend, pdf_text

    path = Path(task["path"])
    match task["do"]:
        case "inspect":
            now = datetime.fromisoformat(task["now"])
            return engine.inspect(path, task["filename"], now, tuple(task["own_domains"])).as_data()
        case "mend":
            done = mend.mend(path, Path(task["out_path"]), task["title"], task["language"], task["filename"])
            return [asdict(finding) for finding in done]
        case "text":
            return pdf_text.extract_text(path)
        case "pages":
            return pdf_text.page_count(path)
        case "picture":
            return base64.b64encode(pdf_text.first_page_picture(path)).decode()
    raise ValueError(task["do"])


if __name__ == "__main__":
    restrict()
    json.dump(perform(json.load(sys.stdin)), sys.stdout)
