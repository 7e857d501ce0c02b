"""What people say of a meeting: that it is cancelled, postponed or moved, and what came of it.

Each changes the page that the public has, and the draft that somebody may be writing, and publishes the first only.
"""

from datetime import datetime

from django.db import transaction
from django.utils import dateformat, timezone
from wagtail.models import Page

from .agenda.copying import copy_agenda
from .clock import LONDON
from .models import MeetingPage
from .models.meeting_states import Status
from .notice.short_notice import is_short_notice

# What a new date brings a meeting anew; the rest it keeps.
NOT_COPIED = ("successor", "resumes_at", "status_reason", "short_notice_reason", "join_from")
TIMES = ("starts_at", "ends_at", "part_starts_at", "part_ends_at", "private_starts_at", "private_ends_at")


@transaction.atomic
def change_public(meeting: MeetingPage, user, **facts) -> MeetingPage:
    """Change facts of a live meeting and publish them; a draft ahead of it keeps its words and takes the same facts."""
    live = MeetingPage.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    draft = live.get_latest_revision_as_object() if live.has_unpublished_changes else None
    for name, value in facts.items():
        setattr(live, name, value)
    live.save_revision(user=user, log_action=True).publish(user=user)
    if draft:
        for name, value in facts.items():
            setattr(draft, name, value)
        draft.save_revision(user=user)
    return MeetingPage.objects.get(pk=meeting.pk)


def cancel(meeting: MeetingPage, reason: str, user) -> MeetingPage:
    """Call a meeting off."""
    return change_public(meeting, user, status=Status.CANCELLED, status_reason=reason)


def postpone(meeting: MeetingPage, reason: str, user) -> MeetingPage:
    """Call a meeting off for its day; the date follows."""
    return change_public(meeting, user, status=Status.POSTPONED, status_reason=reason)


@transaction.atomic
def move(meeting: MeetingPage, starts_at: datetime, ends_at: datetime, reason: str, user) -> MeetingPage:
    """Move a meeting: its page and date stay, and a new page takes its place, linked both ways. Returns the new one."""
    new = on_another_date(meeting, starts_at, ends_at, user, keep_link=True)
    if is_short_notice(new, timezone.now()):
        # Why it moves is why it is announced late.
        new.short_notice_reason = reason[:300]
        new.save_revision(user=user)
    copy_agenda(meeting, new)
    # Before the new page is public: it is no news of its own.
    MeetingPage.objects.filter(pk=meeting.pk).update(successor=new)
    new.get_latest_revision().publish(user=user)
    change_public(meeting, user, status=Status.MOVED, status_reason=reason, successor=new)
    return MeetingPage.objects.get(pk=new.pk)


def record_outcome(
    meeting: MeetingPage,
    status: str,
    reason: str,
    user,
    successor: MeetingPage | None = None,
    resumes_at: datetime | None = None,
) -> MeetingPage:
    """Say what came of a meeting that is over, or that stopped before its end."""
    return change_public(
        meeting, user, status=status, status_reason=reason, successor=successor, resumes_at=resumes_at
    )


@transaction.atomic
def on_another_date(
    meeting: MeetingPage, starts_at: datetime, ends_at: datetime, user, keep_link: bool = False
) -> MeetingPage:
    """A draft of the same meeting on another date: its parts lie as they did, its papers stay where they are."""
    parent = meeting.get_parent()
    title = retitled(meeting.title, meeting.starts_at, starts_at)
    moved = {name: shifted(meeting, name, starts_at, ends_at) for name in TIMES}
    left = set(NOT_COPIED) if keep_link else {*NOT_COPIED, "join_url"}
    new = meeting.copy(
        to=parent,
        update_attrs={
            **moved,
            "title": title,
            "draft_title": title,
            "slug": free_slug(parent, starts_at),
            "status": Status.PLANNED,
        },
        exclude_fields=sorted(left),
        copy_revisions=False,
        keep_live=False,
        user=user,
    )
    new.save_revision(user=user)
    return new


def shifted(meeting: MeetingPage, name: str, starts_at: datetime, ends_at: datetime) -> datetime | None:
    """The time of a part on another date: as long after the start as before, and not beyond the new end."""
    moment = getattr(meeting, name)
    if name == "starts_at" or moment is None:
        return starts_at if name == "starts_at" else None
    if name == "ends_at":
        return ends_at
    return min(starts_at + (moment - meeting.starts_at), ends_at)


def in_words(moment: datetime) -> str:
    """A day as titles say it: Wednesday 27 September 2023."""
    return dateformat.format(timezone.localtime(moment, LONDON), "l j F Y")


def retitled(title: str, old: datetime | None, new: datetime) -> str:
    """A meeting's title with its new day in the place of the old one, or after it where it names none."""
    if old:
        for form in ("l j F Y", "j F Y", "l j F"):
            said = dateformat.format(timezone.localtime(old, LONDON), form)
            if said in title:
                return title.replace(said, dateformat.format(timezone.localtime(new, LONDON), form))
    return f"{title}, {in_words(new)}"


def free_slug(parent: Page, starts_at: datetime) -> str:
    """The day as the page's name in its address, with a number where a meeting of that day is there."""
    day = f"{timezone.localtime(starts_at, LONDON):%Y-%m-%d}"
    taken = set(parent.get_children().filter(slug__startswith=day).values_list("slug", flat=True))
    slug, number = day, 2
    while slug in taken:
        slug, number = f"{day}-{number}", number + 1
    return slug
