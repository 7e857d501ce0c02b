"""The lists of the register as tables to download."""

from django.utils import timezone

DECISIONS = [
    "Date",
    "Committee",
    "Meeting",
    "Address",
    "Item",
    "Organisation",
    "Decision",
    "In words",
    "Reference",
    "Ratified",
]
ACTIONS = [
    "Date of the meeting",
    "Committee",
    "Meeting",
    "Address",
    "Item",
    "Organisation",
    "Action",
    "Owner",
    "Due",
    "Status",
    "Note",
    "Reported",
    "Recommendations answered",
]
CHAIRS_ACTIONS = [
    "Taken on",
    "Committee",
    "Address",
    "Organisations",
    "Taken by",
    "What was decided",
    "Why it could not wait",
    "Power",
    "To be reported to",
    "Reported on",
    "Notes",
]


def day_of(moment):
    """The day of a moment in London; None for none."""
    return timezone.localdate(moment) if moment else None


def item_words(number: str, item) -> str:
    """An item as a cell says it: “3.2 Finance report”."""
    return f"{number} {item.title}".strip() if item else ""


def anchored(meeting, anchor: str, request) -> str:
    """The full address of a place on a meeting's page."""
    return f"{meeting.get_full_url(request)}#{anchor}"


def decision_line(record, request) -> list:
    """A decision as a line."""
    meeting = record.item.meeting
    return [
        day_of(meeting.starts_at),
        record.committee.title,
        meeting.title,
        anchored(meeting, f"item-{record.number}", request),
        item_words(record.number, record.item),
        record.organisation.name if record.organisation else "",
        record.get_decision_display(),
        record.decision_text,
        record.reference,
        record.ratified_on,
    ]


def action_line(action, request) -> list:
    """An action as a line."""
    return [
        day_of(action.meeting.starts_at),
        action.committee.title,
        action.meeting.title,
        anchored(action.meeting, action.anchor, request),
        item_words(action.number, action.item),
        action.organisation.name if action.organisation else "",
        action.text,
        action.owner,
        action.due_machine,
        action.status_words,
        action.status_note,
        day_of(action.reports[0].reported_at) if action.reports else None,
        "; ".join(f"{each.publication.title}, {each.label}" for each in action.answered),
    ]


def chairs_action_line(row, request) -> list:
    """A chair's action as a line."""
    return [
        row.taken_on,
        row.committee.title,
        row.committee.get_full_url(request),
        "; ".join(organisation.name for organisation in row.organisations.all()),
        row.taken_by,
        row.decided,
        row.urgency,
        row.power,
        row.meeting.title if row.meeting else "",
        day_of(row.reported_at),
        " ".join(f"{day_of(note.reported_at)}: {note.note}" for note in row.notes.all()),
    ]
