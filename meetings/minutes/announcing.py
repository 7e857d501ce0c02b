"""Tells those who follow a committee that minutes or a recording of its meeting are there."""

from datetime import datetime

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from ..announcements import NEWS_FOR, when

# Minutes come weeks after their meeting, and are approved months after it.
NEWS_OF_MINUTES_FOR = NEWS_FOR * 4


def tell_followers(meeting, slug: str, key: int, said: str, now: datetime) -> None:
    """Say it once for each edition or recording (`key`); history that somebody writes up is no news."""
    is_news = meeting.ends_at is not None and meeting.ends_at >= now - NEWS_OF_MINUTES_FOR
    if not is_news or not Audience(now).may_see(meeting):
        return
    notify(
        "committee",
        meeting.get_parent().pk,
        f"meeting-{meeting.pk}-{slug}-{key}",
        f"{said}: {meeting.title}",
        f"{said} for the meeting of {when(meeting)}.",
        f"{meeting.url or ''}{slug}/",
        now,
    )
