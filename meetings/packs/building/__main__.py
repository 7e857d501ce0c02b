"""The process that puts one pack together: sets its own limits, reads a task as JSON, answers in JSON.

Run by `apart`; the answer is written last, so that a process that dies says nothing.
"""

import json
import resource
import sys
from pathlib import Path

from . import limits


def restrict() -> None:
    """Give up, for good, more time, memory and disk than one pack may need."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CPU_SECONDS, limits.CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.FILE_SIZE, limits.FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))


def perform(task: dict) -> dict:
    """Do what a task asks; the answer is plain data."""
    # The parsers are loaded only here, behind the limits.
    from . import merging, papers

    out = Path(task["out"])
    match task["do"]:
        case "build":
            return merging.Pack(task["pack"]).write(out)
        case "try":
            return {"instead": papers.tried(task["paper"], out)}
    raise ValueError(task["do"])


def peak() -> int:
    """The most memory that this process has had at once, in bytes; the system's own count begins with the parent's."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    # The task comes from the site itself; only the papers that it names are strangers'.
    given = json.load(sys.stdin)
    restrict()
    json.dump(perform(given) | {"peak": peak()}, sys.stdout)
