"""What this section does again and again."""

from datetime import datetime

from partnership.jobs.registry import every

from .membership_rights import follow_the_clock


@every(minutes=15)
def begin_and_end_memberships(now: datetime) -> None:
    """Give and take what members may read in private, as the days of their membership say."""
    follow_the_clock(now)
