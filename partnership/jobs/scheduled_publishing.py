"""What editors gave a time is published, or taken down, at that time: once, and each thing by itself.

Wagtail's own command publishes twice where two of them run, and one thing that fails keeps all after it from being
done. Here each has a transaction of its own: whoever comes second finds it done, and what a killed process had begun
is undone and keeps its time.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.apps import apps
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


class NotAllDoneError(Exception):
    """Some things could not be published or taken down at their time; they keep it, and are tried again."""


def do_what_is_due(now: datetime) -> None:
    """Take down what has expired by `now`, then publish what is due.

    Raises NotAllDoneError once all others are done, where one could not be.
    """
    failed = [
        *each(expired(now), lambda model, key: take_down(model, key, now)),
        *each(
            [
                (Revision, key)
                for key in due(now).order_by("approved_go_live_at").values_list("pk", flat=True)
            ],
            lambda _, key: publish(key, now),
        ),
    ]
    if failed:
        raise NotAllDoneError(", ".join(failed))


def due(now: datetime):
    """Revisions that were approved for a time that has come."""
    return Revision.objects.filter(approved_go_live_at__lte=now)


def expired(now: datetime) -> list[tuple]:
    """What is live though its time is over: pages, and whatever else has drafts, by model and key."""
    drafted = (model for model in apps.get_models() if issubclass(model, DraftStateMixin))
    models = [Page, *(model for model in drafted if not issubclass(model, Page))]
    return [
        (model, key)
        for model in models
        for key in model.objects.filter(live=True, expire_at__lte=now)
        .order_by("expire_at")
        .values_list("pk", flat=True)
    ]


def each(things: list[tuple], do: Callable) -> list[str]:
    """Do something with each thing in a transaction of its own; return the names of those with which it failed."""
    failed = []
    for model, key in things:
        try:
            with transaction.atomic():
                do(model, key)
        except Exception:
            logger.exception("%s %s could not be published or taken down at its time.", model.__name__, key)
            failed.append(f"{model.__name__} {key}")
    return failed


def take_down(model, key, now: datetime) -> None:
    """Take down what has expired, unless somebody did so or gave it another time meanwhile."""
    thing = model.objects.select_for_update().filter(pk=key, live=True, expire_at__lte=now).first()
    if thing:
        thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def publish(key: int, now: datetime) -> None:
    """Publish what is due, unless somebody did so or gave it another time meanwhile."""
    revision = due(now).select_for_update().filter(pk=key).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")
