"""Has a pack put together in a process of its own. A paper that the process cannot bear gives its place to a page."""

from pathlib import Path

from documents.inspection.sandbox import NotDoneError, answer_of

from .building import limits
from .building.sentences import TOO_HEAVY

MODULE = "meetings.packs.building"
# For one paper alone.
TRY_SECONDS = 40


def put_together(facts: dict, out: Path) -> dict:
    """Write a pack; answers its `pages`, and what became of its `papers` by their keys.

    Where that breaks off, each paper is tried by itself first, and those at fault are left out. Raises NotDoneError
    where it breaks off even so.
    """
    task = {"do": "build", "pack": facts, "out": str(out)}
    try:
        return answer_of(MODULE, task, limits.WALL_SECONDS)
    except NotDoneError:
        leave_out_what_breaks(facts, out)
        return answer_of(MODULE, task, limits.WALL_SECONDS)


def leave_out_what_breaks(facts: dict, out: Path) -> None:
    """Note at each paper that cannot be taken in why it is not."""
    for paper in (each for line in facts["lines"] for each in line["papers"] if not each["instead"]):
        try:
            task = {"do": "try", "paper": paper, "out": str(out)}
            paper["instead"] = answer_of(MODULE, task, TRY_SECONDS)["instead"]
        except NotDoneError:
            paper["instead"] = TOO_HEAVY
