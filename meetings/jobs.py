"""What this section does again and again."""

from datetime import datetime, time

from partnership.jobs.registry import daily, every

from .membership_rights import follow_the_clock
from .packs.catching_up import catch_up
from .questions.erasure import erase_old_questions


@every(minutes=15)
def begin_and_end_memberships(now: datetime) -> None:
    """Give and take what members may read in private, as the days of their membership say."""
    follow_the_clock(now)


@daily(at=time(3, 55))
def forget_who_asked_questions(now: datetime) -> None:
    """Erase who asked questions that were closed long ago."""
    erase_old_questions(now)


@every(minutes=5)
def bring_packs_up_to_date(now: datetime) -> None:
    """Ask for packs that are missing or not what they should be."""
    catch_up(now)
