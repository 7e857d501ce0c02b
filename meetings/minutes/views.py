"""Minutes and recordings as pages below their meeting's address: the newest edition, earlier ones, what was changed."""

import re

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from partnership.content.visibility import audience_of, may_open

from ..agenda.reading import read_agenda, reads_part_b
from ..models.agenda import Part
from ..models.minutes import Minutes, MinutesEdition
from .comparison import changes_between
from .reading import (
    PARTS,
    RECORDING_SLUG,
    SLUGS,
    readable_editions,
    recording_of,
    with_meetings,
)
from .watching import lines_of, mark, watch

EDITION = re.compile(r"^edition-([1-9]\d{0,3})$")
DRAFT, CHANGES = "draft", "changes"


@require_safe
def answer(request, meeting, way: list[str]):
    """The page at an address below a meeting's own. Raises Http404 for what is not there, or not for this reader."""
    if not may_open(request, meeting):
        raise Http404("There is no such page.")
    slug, *rest = way
    if slug == RECORDING_SLUG:
        return show_recording(request, meeting, rest)
    minutes = minutes_for(request, meeting, PARTS[slug])
    if minutes.withdrawn_at:
        return shown(request, minutes, "meetings/minutes/gone.html", {}, status=410)
    return minutes_page(request, minutes, rest)


def minutes_for(request, meeting, part: str) -> Minutes:
    """The minutes of a part of a meeting. Raises Http404 where whoever asks may not know of them."""
    minutes = with_meetings(Minutes.objects.filter(meeting=meeting.pk, part=part)).first()
    if minutes is None or not (minutes.draft_published_at or minutes.approved_published_at):
        raise Http404("There is no such page.")
    if minutes.is_private and not reads_part_b(request, meeting):
        raise Http404("There is no such page.")
    other = minutes.approved_at_meeting
    if other and not audience_of(request).may_see(other):
        minutes.approved_at_meeting = None
    minutes.meeting = meeting
    return minutes


def minutes_page(request, minutes: Minutes, rest: list[str]):
    """What stands at an address below the minutes' own."""
    editions = readable_editions(minutes)
    if not editions:
        raise Http404("There is no such page.")
    newest = editions[-1]
    drafts = [edition for edition in editions if edition.is_draft]
    if not rest:
        return edition_page(request, minutes, newest, editions)
    if rest == [DRAFT] and drafts:
        if drafts[-1] is newest:
            return redirect(address_of(minutes))
        return edition_page(request, minutes, drafts[-1], editions)
    if rest == [CHANGES]:
        return changes_page(request, minutes, *ends_of_comparison(editions))
    return numbered_page(request, minutes, editions, rest)


def numbered_page(request, minutes: Minutes, editions: list[MinutesEdition], rest: list[str]):
    """An edition by its number, or what the next one changed in it."""
    match = EDITION.match(rest[0])
    number = int(match[1]) if match else None
    place = next((place for place, each in enumerate(editions) if each.number == number), None)
    if place is None or len(rest) > 2 or (len(rest) == 2 and rest[1] != CHANGES):
        raise Http404("There is no such page.")
    if len(rest) == 2:
        return changes_page(request, minutes, *editions[place : place + 2])
    if editions[place] is editions[-1]:
        return redirect(address_of(minutes))
    return edition_page(request, minutes, editions[place], editions)


def ends_of_comparison(editions: list[MinutesEdition]) -> list[MinutesEdition]:
    """What readers want compared: the last draft with what was approved, or the last two editions."""
    newest = editions[-1]
    drafts = [edition for edition in editions if edition.is_draft and edition is not newest]
    return [drafts[-1], newest] if drafts else editions[-2:]


def edition_page(request, minutes: Minutes, edition: MinutesEdition, editions: list[MinutesEdition]):
    """An edition to be read; one that is not the newest is marked."""
    newest = editions[-1]
    context = {
        "edition": edition,
        "lines": lines_to_read(edition, recording_of(minutes.meeting, audience_of(request).now)),
        "editions": editions,
        "newest": newest,
        "is_newest": edition is newest,
        "can_compare": len(editions) > 1,
    }
    return shown(request, minutes, "meetings/minutes/minutes.html", context)


def lines_to_read(edition: MinutesEdition, recording=None) -> list[dict]:
    """The items of an edition, with the level of their heading and where in the recording they begin."""
    lines = []
    for line in edition.lines:
        seconds = recording.time_codes.get(str(line["item"])) if recording else None
        lines.append(
            {
                **line,
                "level": 3 if "." in line["number"] else 2,
                "watch": watch(recording, seconds) if seconds is not None else None,
            }
        )
    return lines


def changes_page(request, minutes: Minutes, old=None, new=None):
    """Two editions in one text, with the changes marked. Raises Http404 where there are no two."""
    if old is None or new is None:
        raise Http404("There is no such page.")
    context = {"old": old, "new": new, "sections": changes_between(old, new)}
    return shown(request, minutes, "meetings/minutes/changes.html", context)


def show_recording(request, meeting, rest: list[str]):
    """Where the recording is, when each item begins in it, and what is said. Raises Http404 where there is none."""
    recording = recording_of(meeting, audience_of(request).now)
    if recording is None or rest:
        raise Http404("There is no such page.")
    agenda = read_agenda(meeting, with_part_b=False)
    mark(agenda, recording)
    context = {
        "page": meeting,
        "meeting": meeting,
        "recording": recording,
        "lines": [line for line in lines_of(agenda) if line.watch],
    }
    response = TemplateResponse(request, "meetings/minutes/recording.html", context)
    # Asked for each time: what is taken back stops answering at once.
    patch_cache_control(response, no_cache=True)
    return response


def address_of(minutes: Minutes) -> str:
    """Where minutes are read."""
    return f"{minutes.meeting.url}{SLUGS[minutes.part]}/"


def shown(request, minutes: Minutes, template: str, facts: dict, status: int = 200):
    """A page about minutes, which nobody keeps where they are private."""
    context = {
        "page": minutes.meeting,
        "meeting": minutes.meeting,
        "minutes": minutes,
        "address": address_of(minutes),
        "is_part_b": minutes.part == Part.B,
        **facts,
    }
    response = TemplateResponse(request, template, context, status=status)
    if minutes.is_private:
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
    else:
        patch_cache_control(response, no_cache=True)
    return response
