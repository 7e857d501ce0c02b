"""What meetings decided, what follows from it, and what chairs decided between two of them."""

from datetime import UTC, date, datetime

from wagtail.models import Page

from meetings.models import Action, ActionReport, ChairsAction, DecisionsRegisterPage, ItemRecord

REPORTED_AT = datetime(2023, 10, 2, 9, 0, tzinfo=UTC)


def decision(item, organisation=None, published_at=REPORTED_AT, decision="agreed", **facts) -> ItemRecord:
    """What a committee decided on an item, published."""
    return ItemRecord.objects.create(
        item=item, organisation=organisation, published_at=published_at, decision=decision, **facts
    )


def action(
    meeting, text="Write it down", owner="Director of Nursing", item=None, answers=(), **facts
) -> Action:
    """An action of a meeting, with the first line of its history."""
    made = Action.objects.create(
        committee_id=Page.objects.get(path=meeting.path[: -Page.steplen]).pk,
        meeting=meeting,
        item=item,
        text=text,
        owner=owner,
        **facts,
    )
    made.answers.set(answers)
    ActionReport.objects.create(action=made, status=made.status, reported_at=REPORTED_AT)
    return made


def chairs_action(committee, decided="Sign the lease", organisations=(), **facts) -> ChairsAction:
    """A published chair's action."""
    told = {
        "taken_on": date(2023, 10, 2),
        "taken_by": "The chair",
        "urgency": "The lease ended.",
        "power": "Standing order 5.2",
        "published_at": REPORTED_AT,
    }
    made = ChairsAction.objects.create(committee=committee, decided=decided, **told | facts)
    made.organisations.set(organisations)
    return made


def private_actions(meeting, item, word: str, key: int) -> None:
    """What follows from a private item, and what the chair decided in private, beside the register for the public."""
    said = {"owner": f"Dr {word}-owner", "status_note": f"{word}-note"}
    action(meeting, f"{word}-action", pk=key, item=item, **said)
    action(meeting, f"{word}-of no item", in_private=True, **said)
    told = {"urgency": f"{word}-urgency", "reported_to": meeting, "is_private": True}
    committee = meeting.get_parent()
    chairs_action(committee.specific, f"{word}-decided", pk=key, **told)
    register = DecisionsRegisterPage(title="Decisions", slug="decisions-and-actions")
    committee.get_parent().add_child(instance=register)
