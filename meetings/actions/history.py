"""Keeps what was reported about actions."""

from datetime import datetime

from ..models import Action, ActionReport


def report(action: Action, user, now: datetime, changed: str = "") -> ActionReport:
    """Add a line to the history of an action: where it stands, what the public is told, and what was changed in it."""
    return ActionReport.objects.create(
        action=action,
        status=action.status,
        note=action.status_note,
        changed=changed[:400],
        reported_at=now,
        reported_by=user,
    )


def changes_between(before: Action, after: Action) -> str:
    """What is different in whose an action is and when it is due, in words; what it said is in nobody's history."""
    said = []
    if before.owner != after.owner:
        said.append(f"Before, it was with {before.owner}.")
    if before.due != after.due:
        said.append(f"Before, it was due {before.due}." if before.due else "Before, it was due on no day.")
    return " ".join(said)
