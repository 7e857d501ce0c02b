"""What was changed in a file that was replaced: the texts of both versions in one, for those who may open the file."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from partnership.content.visibility import audience_of

from ..models import DocumentVersion, PageText, Reading
from ..reading.paragraphs import paragraphs
from ..reading.views import page_that_shows
from ..serving import for_whom_it_is
from .comparing import SAME, Piece, compare
from .replaced_files import replacements_of

# Beyond this nobody reads on, and the two files are better laid side by side.
MOST_CHANGES = 400
WITHHELD = "(Page %s: part of it is covered in the file, so its text is not shown.)"


@require_safe
@for_whom_it_is
def file_changes(request, document, public, number):
    """A version of a file beside the one that replaced it."""
    replaced = next((one for one in replacements_of([document]) if one.earlier.number == number), None)
    if replaced is None:
        raise Http404
    context = {
        "document": document,
        "replaced": replaced,
        "page": page_that_shows(document, audience_of(request)),
        **comparison_of(replaced.earlier, replaced.newer),
    }
    response = render(request, "documents/file_changes.html", context)
    response["X-Robots-Tag"] = "noindex"
    if public:
        # Asked for each time: what is taken down stops answering at once.
        patch_cache_control(response, public=True, no_cache=True)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def comparison_of(earlier: DocumentVersion, newer: DocumentVersion) -> dict:
    """How far the comparison of two versions has come, and what it shows."""
    readings = Reading.objects.filter(version__in=[earlier, newer])
    states = {reading.version_id: reading for reading in readings}
    if any(reading.state == Reading.State.WAITING for reading in readings):
        return {"being_made": True}
    if len(states) < 2 or not all(reading.text_pages for reading in states.values()):
        return {"impossible": True}
    told = compare(text_of_file(earlier), text_of_file(newer))
    changes = sum(is_change(pieces) for pieces in told)
    parts = around_changes(told)
    return {"parts": parts, "changes": changes, "cut_short": changes > MOST_CHANGES}


def text_of_file(version: DocumentVersion) -> list[str]:
    """What a version says, paragraph by paragraph; without the pages on which something is covered."""
    said = []
    for page in PageText.objects.filter(version=version):
        said += [WITHHELD % page.number] if page.is_withheld else paragraphs(page.text)
    return said


def is_change(pieces: list[Piece]) -> bool:
    """Whether a paragraph of a comparison is not the same in both."""
    return any(piece.kind != SAME for piece in pieces)


def around_changes(told: list[list[Piece]]) -> list[dict]:
    """The paragraphs that were changed, each run with its neighbours, and how many the same lie between."""
    parts, shown = [], 0
    runs = [(changed, list(run)) for changed, run in groupby(told, key=is_change)]
    for place, (changed, run) in enumerate(runs, start=1):
        if changed:
            parts += [{"pieces": pieces} for pieces in run[: MOST_CHANGES - shown]]
            shown += len(run)
            if shown > MOST_CHANGES:
                break
            continue
        before = run[:1] if parts else []
        behind = run[-1:] if len(run) > len(before) and place < len(runs) else []
        between = len(run) - len(before) - len(behind)
        parts += [{"pieces": pieces} for pieces in before]
        if between:
            parts.append({"same": between})
        parts += [{"pieces": pieces} for pieces in behind]
    return parts
