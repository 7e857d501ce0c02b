"""Asks for packs to be put together anew, once for however much changes."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from ..models import AgendaItem, MeetingPack
from .tasks import build_packs


def ask_soon(meeting: int) -> None:
    """Ask for a meeting's packs once this transaction holds; asked once for each, however much changes in it."""
    waiting = transaction.get_connection().run_on_commit
    if any(getattr(call, "func", None) is ask and call.args == (meeting,) for _, call, *_ in waiting):
        return
    transaction.on_commit(partial(ask, meeting))


def ask(meeting: int, now: datetime | None = None) -> None:
    """Ask for a meeting's packs now, unless that is asked already and nobody has begun."""
    packs = MeetingPack.objects.filter(meeting=meeting)
    if not packs.exists() and not AgendaItem.objects.filter(meeting=meeting).published().exists():
        return
    for kind in MeetingPack.Kind:
        MeetingPack.objects.get_or_create(meeting_id=meeting, kind=kind)
    if packs.filter(asked_at=None).update(asked_at=now or timezone.now()):
        build_packs.enqueue(meeting)
