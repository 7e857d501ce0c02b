"""Makes the file of a pack: copies its papers out of their store, and has them put together."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils import timezone

from documents.inspection.kinds import ending_of, name_of
from partnership.content.public_address import public_address

from ..clock import LONDON, day_and_time
from .apart import put_together
from .building.sentences import MENDED
from .zips import write_zip

MISSING = "The file is not where it should be stored."


@dataclass
class Made:
    """What was made: how many pages it has, what its keeper should know, and how much of it everybody can read."""

    pages: int | None = None
    problems: list[str] = field(default_factory=list)
    untagged: int = 0
    absent: int = 0


def make_pack(pack, contents: dict, changed: list[str], folder: Path, out: Path, now: datetime) -> Made:
    """Write the pack with these contents; `folder` is for copies of its papers."""
    paths, missing = copies(contents, folder)
    if pack.is_zip:
        write_zip(contents, paths, out, timezone.localtime(now, LONDON))
        return Made(problems=[f"{where}: {MISSING}" for where in missing.values()], absent=len(missing))
    facts = facts_for(pack, contents, changed, paths, now)
    answer = put_together(facts, out)
    return told(answer, facts)


def copies(contents: dict, folder: Path) -> tuple[dict[int, Path], dict[int, str]]:
    """Copies of the papers' files by the papers' keys; and where those stand that are not in the store."""
    paths, missing = {}, {}
    for line in contents["lines"]:
        for paper in line["papers"]:
            path = folder / str(paper["paper"])
            try:
                with default_storage.open(paper["file"], "rb") as file, path.open("wb") as copy:
                    for piece in file.chunks():
                        copy.write(piece)
                paths[paper["paper"]] = path
            except FileNotFoundError:
                missing[paper["paper"]] = where_it_stands(line, paper)
    return paths, missing


def where_it_stands(line: dict, paper: dict) -> str:
    """A paper as its keeper knows it."""
    return f"“{paper['name']}” (item {line['number']})"


def facts_for(pack, contents: dict, changed: list[str], paths: dict[int, Path], now: datetime) -> dict:
    """What the process that puts a pack together is told."""
    facts = contents["facts"]
    kind = "Members’ pack" if pack.is_for_members else "Meeting pack"
    lines = [
        {
            **{name: line[name] for name in ("number", "title", "level", "said", "asked", "is_private")},
            "key": f"item-{line['item']}",
            "papers": [facts_of_paper(paper, paths.get(paper["paper"])) for paper in line["papers"]],
        }
        for line in contents["lines"]
    ]
    return {
        **facts,
        "document_title": f"{kind}: {facts['title']}",
        "language": "en-GB",
        "private": pack.is_for_members,
        "url": public_address(pack.meeting.url or ""),
        "built": f"This pack was put together on {day_and_time(now)}.",
        "changed": changed,
        "lines": lines,
    }


def facts_of_paper(paper: dict, path: Path | None) -> dict:
    """What the process is told of one paper."""
    kind = ending_of(paper["filename"])
    instead = "" if kind == "pdf" else f"It is {name_of(kind)}, and a pack can hold PDFs only."
    return {
        "key": f"paper-{paper['paper']}",
        "name": paper["name"],
        "url": public_address(paper["url"]),
        "language": paper["language"],
        "path": str(path) if path else "",
        "instead": instead or ("" if path else MISSING),
        "is_expected": bool(instead),
    }


def told(answer: dict, facts: dict) -> Made:
    """What the process says of the papers, for readers and for the pack's keeper."""
    made = Made(pages=answer["pages"])
    for line in facts["lines"]:
        for paper in line["papers"]:
            became = answer["papers"][paper["key"]]
            where = where_it_stands(line, paper)
            made.absent += bool(became["instead"])
            made.untagged += not became["instead"] and not became["tagged"]
            if became["instead"] and not paper["is_expected"]:
                made.problems.append(
                    f"{where} is not in the pack; a page stands in its place. {became['instead']}"
                )
            elif became["mended"]:
                made.problems.append(f"{where}: {MENDED}")
    return made
