"""What members may read in private follows their membership: it begins with its first day and ends with its last.

The right is a recorded role for the committee (`accounts.grants`), which carries the moment when it ends: from then on
it opens nothing, whether or not the job that closes the record has run.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from partnership.accounts.closing.without_a_part import close_without_a_part
from partnership.accounts.grants import grant, revoke
from partnership.accounts.models import RoleGrant, User

from .models import CommitteePage, Membership
from .notice.counting import day_in_london, moment_on

ROLE = "committee_members"
GIVER = "the register of members"


@transaction.atomic
def agree(user: User, committee: CommitteePage, now: datetime, changed_by=None) -> None:
    """Make what an account may read of a committee agree with its memberships there at a moment."""
    today = day_in_london(now)
    held = RoleGrant.objects.held().filter(role=ROLE, user=user, page_id=committee.pk).first()
    memberships = list(Membership.objects.on(today).filter(user=user, committee=committee))
    if not memberships or not user.is_active:
        if held:
            revoke(user, ROLE, committee, changed_by, now)
        theirs = Membership.objects.filter(user=user)
        # One that was taken off by mistake is put on again; one whose memberships are all over is done.
        if theirs.exists() and not theirs.filter(Q(until=None) | Q(until__gte=today)).exists():
            close_without_a_part(user, now, changed_by)
        return
    ends = [membership.until for membership in memberships]
    holds_until = None if None in ends else moment_on(max(ends), None)
    if held and held.holds_until == holds_until:
        return
    if held:
        revoke(user, ROLE, committee, changed_by, now)
    grant(user, ROLE, committee, changed_by, now, giver=GIVER, holds_until=holds_until)


def follow_the_clock(now: datetime) -> None:
    """Begin and end what members may read, as the day says."""
    today = day_in_london(now)
    lately = Q(since__gte=today - timedelta(days=7), since__lte=today) | Q(
        until__gte=today - timedelta(days=7), until__lt=today
    )
    for membership in (
        Membership.objects.filter(lately).exclude(user=None).select_related("user", "committee")
    ):
        agree(membership.user, membership.committee, now)
