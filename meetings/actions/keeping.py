"""Which actions somebody keeps: those of their committees; private ones only with a recorded grant."""

from django.db.models import Q

from partnership.accounts.grants import may_read_private

from ..admin.permissions import committees_kept_by
from ..models import Action, ChairsAction


class Keeper:
    """Somebody who keeps the actions of committees, with what has been looked up for them."""

    def __init__(self, user):
        self.user = user
        self.committees = list(committees_kept_by(user))
        self.private = [each.pk for each in self.committees if may_read_private(user, each)]

    @property
    def keys(self) -> list[int]:
        """The keys of the committees."""
        return [each.pk for each in self.committees]

    def actions(self):
        """The actions that they keep; what is private does not exist for who has no grant to read it."""
        not_private = Action.objects.in_public_part().values("pk")
        return Action.objects.filter(
            Q(pk__in=not_private) | Q(committee__in=self.private), committee__in=self.keys
        )

    def chairs_actions(self):
        """The chair's actions that they keep."""
        return ChairsAction.objects.filter(
            Q(is_private=False) | Q(committee__in=self.private), committee__in=self.keys
        )
