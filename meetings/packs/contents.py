"""What a pack holds, as plain data: by it the site knows whether a pack is still right, and what changed in it."""

import hashlib
import json

from django.utils import dateformat, timezone

from ..agenda.reading import Agenda, flat, read_agenda
from ..clock import LONDON
from ..models.agenda import Part
from ..models.packs import MeetingPack

# Another number makes every pack anew: packs look otherwise.
EDITION = 1


def agenda_for(pack: MeetingPack) -> Agenda:
    """The agenda as those read it for whom a pack is."""
    return read_agenda(pack.meeting, with_part_b=pack.is_for_members)


def contents_of(kind: str, meeting, committee: str, agenda: Agenda) -> dict | None:
    """What a pack of a kind holds of an agenda, which is read for those who get it; None where it would be empty."""
    lines = [line_of(line, level) for line, level in shown_lines(kind, agenda)]
    has_papers = any(line["papers"] for line in lines)
    if not lines or (kind == MeetingPack.Kind.ZIP and not has_papers):
        return None
    if kind == MeetingPack.Kind.MEMBERS and not agenda.part_b:
        return None
    return {"edition": EDITION, "facts": facts_of(meeting, committee), "lines": lines}


def shown_lines(kind: str, agenda: Agenda):
    """The lines of a pack with how deep they lie; of the private part the public has only what was released."""
    part_b = agenda.part_b
    if kind != MeetingPack.Kind.MEMBERS:
        part_b = [line for line in part_b if any(not one.is_stub or one.papers for one in flat([line]))]
    for line in [*agenda.part_a, *part_b]:
        yield line, 0
        for below in line.sub_lines:
            yield below, 1


def line_of(line, level: int) -> dict:
    """One item, as far as its reader may know it."""
    item = line.item
    said = [] if line.is_stub else [item.get_purpose_display(), item.lead and f"Led by {item.lead}"]
    return {
        "item": item.pk,
        "number": line.number,
        "title": line.title,
        "level": level,
        "is_stub": line.is_stub,
        "is_private": item.part == Part.B,
        "said": [words for words in said if words],
        "asked": "" if line.is_stub else item.asked,
        "papers": [paper_of(paper) for paper in line.papers if is_to_be_had(paper)],
    }


def is_to_be_had(paper) -> bool:
    """Whether a paper's file is given out at all."""
    return not paper.document.taken_down_at and not paper.held_back


def paper_of(paper) -> dict:
    """One paper; the place of its file is another for each version."""
    document = paper.document
    return {
        "paper": paper.pk,
        "document": document.pk,
        "name": paper.name,
        "file": document.file.name,
        "filename": document.filename,
        "url": document.url,
        "language": document.language,
    }


def facts_of(meeting, committee: str) -> dict:
    """What the cover says of a meeting."""
    when = ""
    if meeting.starts_at:
        day = dateformat.format(timezone.localtime(meeting.starts_at, LONDON), "l j F Y")
        when = f"{day}, {meeting.times}"
    return {
        "committee": committee,
        "title": meeting.title,
        "when": when,
        "about": [words for words in (meeting.headline, meeting.status_reason, meeting.venue) if words],
        "is_demonstration": meeting.demonstration_only,
    }


def fingerprint(contents: dict) -> str:
    """The same for the same contents, and for no others."""
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()


def shown_things(contents: dict) -> set[str]:
    """Everything in a pack that may cease to be its reader's to see."""
    found = set()
    for line in contents["lines"]:
        # Of a stub the reader knows the words only.
        found.add(f"stub {line['item']} {line['title']}" if line["is_stub"] else f"item {line['item']}")
        found |= {f"paper {paper['paper']} {paper['document']}" for paper in line["papers"]}
    return found


def is_all_shown(built: dict, now: dict | None) -> bool:
    """Whether whoever may have `now` may have all that was built in."""
    return now is not None and shown_things(built) <= shown_things(now) | made_known(now)


def made_known(contents: dict) -> set[str]:
    """What a reader may know of items whose stub they could see before."""
    return {
        f"stub {line['item']} {title}"
        for line in contents["lines"]
        if not line["is_stub"]
        for title in (line["title"], "Private item")
    }
