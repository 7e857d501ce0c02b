"""Gathers what happened since the last digest into one letter."""

from datetime import datetime

from django.db import transaction

from .models import Follower, Letter


def gather_digests(now: datetime) -> None:
    """Make one letter for each follower whose held letters are ripe."""
    for follower in Follower.objects.filter(pk__in=Letter.objects.ripe(now).values("follower")).order_by(
        "pk"
    ):
        with transaction.atomic():
            # One process at a time: the next one finds nothing ripe, and nobody leaves half-way.
            if not Follower.objects.select_for_update().filter(pk=follower.pk).exists():
                continue
            ripe = list(Letter.objects.ripe(now).filter(follower=follower).values_list("pk", flat=True))
            if ripe:
                digest = Letter.objects.create(follower=follower, due_at=now)
                Letter.objects.held().filter(pk__in=ripe).update(digest=digest)
