"""What those who follow a committee are told of its meetings: whatever the public can see to be different, once.

What is told follows from the meeting as it was public before and as it is public now, whichever way it was published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.utils import dateformat, timezone
from wagtail.models import Page

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from .clock import LONDON, clock_times
from .joining.links import comparable
from .models.meeting_states import Status

# What came of a meeting long ago is history that somebody writes up, and no news.
NEWS_FOR = timedelta(days=60)


@dataclass(frozen=True)
class PublicFacts:
    """What the public sees of a meeting."""

    title: str
    status: str
    status_in_words: str
    reason: str
    starts_at: datetime | None
    ends_at: datetime | None
    link: str
    successor: str
    replaces_another: bool


@dataclass(frozen=True)
class News:
    """Something to tell: `what` names it among the news of one publishing."""

    what: str
    subject: str
    text: str


def public_facts(pk: int | None) -> PublicFacts | None:
    """A meeting as the public sees it at this moment; None where it does not."""
    meeting_page = apps.get_model("meetings", "MeetingPage")
    meeting = meeting_page.objects.filter(pk=pk, live=True).select_related("successor").first()
    audience = Audience()
    if meeting is None or not audience.may_see(meeting):
        return None
    successor = meeting.successor
    return PublicFacts(
        title=meeting.title,
        status=meeting.status,
        status_in_words=meeting.status_in_words,
        reason=meeting.status_reason,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        link=comparable(meeting.join_url),
        successor=when(successor) if successor and audience.may_see(successor) else "",
        replaces_another=meeting.predecessors.exists(),
    )


def when(meeting) -> str:
    """When a meeting is: "Wednesday 27 September 2023, 9am to 9.45am"."""
    if meeting.starts_at is None:
        return ""
    day = dateformat.format(timezone.localtime(meeting.starts_at, LONDON), "l j F Y")
    return f"{day}, {clock_times(meeting.starts_at, meeting.ends_at)}"


def news(before: PublicFacts | None, after: PublicFacts | None, now: datetime) -> Iterator[News]:
    """What became different between two moments, in words for those who follow the committee."""
    if after is None or after.ends_at is None or after.ends_at < now - NEWS_FOR:
        return
    if before is None or before.status != after.status:
        if after.status != Status.PLANNED:
            heading = after.status_in_words.split(" ", 1)[1].capitalize()
            told = [f"The meeting of {when(after)} {after.status_in_words}.", after.reason]
            if after.successor:
                told.append(f"It takes place, or goes on, on {after.successor}.")
            yield News(after.status, f"{heading}: {after.title}", "\n\n".join(filter(None, told)))
            return
        if after.starts_at > now and not after.replaces_another:
            yield News("planned", f"New meeting: {after.title}", f"It is on {when(after)}.")
        return
    if after.status != Status.PLANNED or after.ends_at <= now:
        return
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        text = f"It is now on {when(after)}, and not on {when(before)}."
        yield News("time", f"New time: {after.title}", text)
    if before.link and after.link and before.link != after.link:
        # Never the link itself: letters are passed on, and stay when the meeting is over.
        text = (
            "The way to join the meeting online has changed. Follow the link on its page, not an older one."
        )
        yield News("link", f"New link to join: {after.title}", text)


def announce(before: PublicFacts | None, meeting_pk: int, revision_pk: int, now: datetime) -> None:
    """Tell the followers of a meeting's committee what publishing a revision made different."""
    meeting = Page.objects.filter(pk=meeting_pk).first()
    if meeting is None:
        return
    for told in news(before, public_facts(meeting_pk), now):
        notify(
            "committee",
            meeting.get_parent().pk,
            f"meeting-{meeting_pk}-{told.what}-{revision_pk}",
            told.subject,
            told.text,
            meeting.url or "",
            now,
        )
