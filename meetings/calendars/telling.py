"""What calendars tell of a meeting: its public part, in plain words, and nothing of the private one.

Neither people are named nor what one has to key in: what a calendar was told once stays in other people's programmes.
"""

import hashlib
import json
from datetime import datetime

from partnership.content.public_address import public_address
from partnership.content.visibility import Audience

from ..announcements import when
from ..clock import day_and_time
from ..joining.gate import join_address
from ..models.meeting_states import Status

DEMONSTRATION = "demonstration only"


def summary_of(meeting) -> str:
    """Its title, after what became of it where it does not take place on its day."""
    off = f"{meeting.get_status_display()}: " if meeting.is_off else ""
    invented = meeting.demonstration_only and DEMONSTRATION not in meeting.title.casefold()
    return f"{off}{meeting.title}{f' ({DEMONSTRATION})' if invented else ''}"


def place_of(meeting, joins_online: bool) -> str:
    """Where it is, in one line; "" where that is not known."""
    said = ", ".join(line.strip(" ,") for line in meeting.venue.splitlines() if line.strip())
    return said or ("Online" if joins_online else "")


def description_of(meeting, url: str, now: datetime, audience: Audience) -> str:
    """What there is to know beyond when and where. The way to join is our own address, while the gate is open."""
    told = []
    if meeting.headline:
        told.append(f"{meeting.headline}.")
    if meeting.status_reason:
        told.append(meeting.status_reason)
    told.append(successor_told(meeting, audience))
    if not meeting.is_off:
        if meeting.part_label:
            told.append(f"{meeting.part_label}, held in public.")
        if meeting.join_link_shows(now):
            told.append(f"Join online: {public_address(join_address(meeting))}")
        if meeting.access_information:
            told.append(f"Access: {meeting.access_information}")
        if meeting.interpreters:
            told.append(f"Interpreters and BSL: {meeting.interpreters}")
    if meeting.committee_title:
        told.append(f"Committee: {meeting.committee_title}")
    told.append(f"Agenda, papers and the latest news: {url}")
    return "\n\n".join(filter(None, told))


def successor_told(meeting, audience: Audience) -> str:
    """When it takes place, or goes on, instead, as far as the public may know."""
    verb = "It goes on" if meeting.status == Status.ADJOURNED else "It takes place"
    successor = meeting.successor if meeting.successor_id else None
    if successor and audience.may_see(successor) and successor.starts_at:
        return f"{verb} on {when(successor)}."
    if meeting.status == Status.ADJOURNED and meeting.resumes_at:
        return f"{verb} on {day_and_time(meeting.resumes_at)}."
    return ""


def shown_digest(meeting) -> str:
    """A mark that is another as soon as a calendar shows something else of a meeting.

    Who may join when goes by the clock, and is no change of the meeting.
    """
    shown = [
        meeting.title,
        meeting.status,
        meeting.status_reason,
        meeting.public_starts_at,
        meeting.public_ends_at,
        meeting.part_label,
        meeting.venue,
        meeting.access_information,
        meeting.interpreters,
        meeting.successor_id,
        meeting.resumes_at,
        meeting.demonstration_only,
    ]
    text = json.dumps([value.timestamp() if isinstance(value, datetime) else value for value in shown])
    return hashlib.sha256(text.encode()).hexdigest()
