"""Whether a publication says something else than before, field by field and row by row."""

import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.models import get_all_child_relations, get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail.models import Page

from ..models.corrected import Corrected
from ..models.editions import Edition
from ..models.endings import Ending
from ..models.states import State
from ..models.waiting import Waiting

# What has a place and a public reason of its own, or is not read as part of the text.
NOT_TEXT = {
    "state",
    "in_sequence",
    "last_reviewed_on",
    "next_review_on",
    "related_links",
    "demonstration_only",
    "scheme_class",
    "page_ptr",
}.union(
    (field.name for field in Page._meta.fields if field.name != "title"),
    *((field.name for field in part._meta.get_fields()) for part in (Corrected, Ending, Waiting)),
)
# In a text within JSON, where quotation marks are escaped.
PARAGRAPH_KEY = re.compile(r' data-block-key=\\"[^"\\]*\\"')
# Rows that carry what the public reads.
ROWS = {"files"}
# Ticked records that the page names as facts. Programmes and related publications are ways to other pages.
NAMED = {"contributors"}
NO_PART_OF_A_ROW = {"pk", "publication", "sort_order"}


def text_fields(page) -> list[models.Field]:
    """The fields of a publication that carry what the public reads."""
    return [field for field in page._meta.concrete_fields if field.name not in NOT_TEXT]


def text_of(page, rows: dict[str, list] | None = None) -> dict:
    """What a publication says, in a form in which two texts are equal where they say the same.

    `rows` holds inline rows and ticked records as typed, where they are not the page's own yet.
    """
    said = {}
    for field in text_fields(page):
        value = (
            field.value_to_string(page) if isinstance(field, StreamField) else getattr(page, field.attname)
        )
        said[field.name] = without_ids(json.loads(value or "[]")) if isinstance(field, StreamField) else value
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name not in ROWS:
            continue
        members = (rows or {}).get(name)
        if members is None:
            members = getattr(page, name).all()
        # In any order: files put in another order are the same files.
        said[name] = sorted(in_words(row_of(member)) for member in members)
    for name in NAMED:
        named = (rows or {}).get(name)
        said[name] = sorted(one.pk for one in (getattr(page, name).all() if named is None else named))
    return said


def row_of(member) -> dict:
    """What one inline row says."""
    data = get_serializable_data_for_fields(member)
    return {name: value for name, value in data.items() if name not in NO_PART_OF_A_ROW}


def without_ids(value):
    """A body's data without the names of its blocks, which differ where the words are the same."""
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    if isinstance(value, dict):
        is_block = {"type", "value", "id"} >= value.keys() and "type" in value
        return {name: without_ids(part) for name, part in value.items() if not (is_block and name == "id")}
    return value


def in_words(data) -> str:
    """Data as one text, the same for the same data; without the keys that an editor's field gives to paragraphs."""
    return PARAGRAPH_KEY.sub("", json.dumps(data, cls=DjangoJSONEncoder, sort_keys=True))


def says_something_else(page, edition: Edition, rows: dict[str, list] | None = None) -> bool:
    """Whether a publication says something else than an edition of it."""
    return in_words(text_of(page, rows)) != in_words(text_of(edition.revision.as_object()))


def newest_edition(page) -> Edition | None:
    """What the public read last."""
    return page.editions.select_related("revision").first() if page.pk else None


def lacks_note(page, rows: dict[str, list]) -> str:
    """What to say where a change needs a public note and has none; "" where all is well.

    The arrival of what was awaited is no correction; a withdrawal and a newer publication give their own reasons.
    """
    edition = newest_edition(page)
    if edition is None or edition.awaited or page.state == State.AWAITED:
        return ""
    if not page.change_note.strip():
        if says_something_else(page, edition, rows):
            return "It was public, and now says something else. Say in a sentence for the public what has changed."
        return ""
    correction = getattr(edition, "correction", None)
    if (
        correction
        and correction.note == page.change_note.strip()
        and says_something_else(page, edition, rows)
    ):
        return "This was said of the change before. Say what has changed this time."
    return ""
