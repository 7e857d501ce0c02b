"""What this section does again and again."""

from datetime import datetime, time

from partnership.content.visibility import Audience
from partnership.jobs.registry import daily, every

from .accessible_formats.erasure import erase_old_requests
from .desk.rescanning import scan_waiting_uploads
from .leftovers import remove_leftovers
from .reading.catching_up import catch_up
from .reading.checks import count_files
from .recording import sweep
from .reminders import remind
from .takedown import quarantine_what_was_left


@every(minutes=1)
def bring_register_up_to_date(now: datetime) -> None:
    """Enter in the public register what the clock or a change of privacy did to files, which no event tells of."""
    sweep(Audience(now=now))


@every(minutes=10)
def quarantine_what_could_not_be_moved(now: datetime) -> None:
    """Go on with the bytes of takedowns that could not be moved at once: no room, or the process was killed."""
    quarantine_what_was_left()


@every(minutes=10)
def read_what_was_left(now: datetime) -> None:
    """Have files read that nobody reads: older than the reading itself, or their task was lost."""
    catch_up(now)


@daily(at=time(7, 30))
def remind_of_what_is_awaited(now: datetime) -> None:
    """Remind whoever is in charge of something awaited."""
    remind(now)


@daily(at=time(3, 50))
def forget_who_asked_for_formats(now: datetime) -> None:
    """Erase who made requests for formats that were closed long ago."""
    erase_old_requests(now)


@every(minutes=15)
def count_accessible_files(now: datetime) -> None:
    """Bring up to date how many public files fail which check, for the accessibility statement."""
    count_files(now)


@every(minutes=1)
def scan_what_waits(now: datetime) -> None:
    """Ask the virus scanner again about uploads that it did not answer for."""
    scan_waiting_uploads(now)


@daily(at=time(4, 10))
def remove_files_that_nothing_names(now: datetime) -> None:
    """Take away the bytes that a process left behind when it was killed in the middle of a save."""
    remove_leftovers(now)
