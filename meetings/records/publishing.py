"""Puts the record of a meeting before those who may read it, and tells what became of it since."""

from datetime import datetime

from django.db import transaction

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience
from partnership.search.changes import changed

from ..agenda.reading import numbered
from ..announcements import NEWS_FOR
from ..models import AgendaItem, Attendance, ItemRecord, MeetingPage, Part, PublicNotice, Sitting
from .constituents import Bench, benches_of, members_on_the_day
from .proposals import in_order_taken, outdated

KIND = "decision"


def problems_of(meeting: MeetingPage, with_part_b: bool, now: datetime) -> list[str]:
    """What must be put right before the record can be published, in sentences for its keeper."""
    if not Audience(now).may_see(meeting):
        return ["The public cannot see the meeting’s page. Publish the page first."]
    if meeting.is_off or not meeting.starts_at or meeting.starts_at > now:
        return ["The meeting has not been held."]
    benches = benches_of(meeting)
    return [
        *attendance_problems(meeting, benches),
        *decision_problems(meeting, benches, with_part_b),
        *motion_problems(meeting, benches),
    ]


def attendance_problems(meeting: MeetingPage, benches: list[Bench]) -> list[str]:
    """Members of whom nobody said whether they were there, and committees whose quorum is not worked out."""
    rows = {row.membership_id: row for bench in benches for row in bench.attendance}
    members = members_on_the_day(meeting)
    unsaid = [str(m.person) for m in members if m.pk not in rows or not rows[m.pk].kind]
    if unsaid:
        return [f"Say whether these members were there: {', '.join(unsaid)}."]
    if not any(bench.attendance for bench in benches):
        return ["Write down who was there."]
    return []


def decision_problems(meeting: MeetingPage, benches: list[Bench], with_part_b: bool) -> list[str]:
    """Items for decision without one."""
    items = AgendaItem.objects.filter(meeting=meeting, purpose=AgendaItem.Purpose.DECISION).published()
    items = items if with_part_b else items.filter(part=Part.A)
    said = {
        (record.item_id, record.organisation_id)
        for record in ItemRecord.objects.filter(item__in=items)
        if record.decision or not record.applies
    }
    problems = []
    for item in items.in_order():
        lacking = [b.sitting.called for b in benches if (item.pk, b.sitting.organisation_id) not in said]
        if lacking:
            problems.append(
                f"“{item.title}” was for decision. Record what was decided by {', '.join(lacking)}."
            )
    return [*problems, *outdated_problems(meeting, benches, with_part_b)]


def outdated_problems(meeting: MeetingPage, benches: list[Bench], with_part_b: bool) -> list[str]:
    """Decisions that were written down when the quorum was counted otherwise."""
    items = AgendaItem.objects.filter(meeting=meeting)
    items = list((items if with_part_b else items.filter(part=Part.A)).in_order())
    lines = in_order_taken(numbered(items, {}, meeting), meeting)
    records = ItemRecord.objects.filter(item__in=items)
    return [
        f"The quorum of {bench.sitting.called} for “{line.item.title}” is counted otherwise since its decision was "
        "written down. Look at it under Decisions, and save them again."
        for line, bench in outdated(benches, lines, records)
    ]


def motion_problems(meeting: MeetingPage, benches: list[Bench]) -> list[str]:
    """Committees of which nobody said whether they carried the motion to exclude the public, where there was one.

    One that never had its quorum can carry nothing, so it need not be asked.
    """
    if not AgendaItem.objects.filter(meeting=meeting, part=Part.B).published().exists():
        return []
    asked = [bench.sitting for bench in benches if bench.sitting.quorate is not False]
    lacking = [sitting.called for sitting in asked if sitting.motion_carried is None]
    if not lacking:
        return []
    return [f"Say whether the motion to exclude the public was carried: {', '.join(lacking)}."]


@transaction.atomic
def publish_record(meeting: MeetingPage, with_part_b: bool, now: datetime) -> None:
    """Publish the record, note when, and tell those who follow the committee, the first time."""
    records = unpublished_records(meeting, with_part_b)
    is_first = not Sitting.objects.filter(meeting=meeting).published().exists()
    records.update(published_at=now)
    Attendance.objects.filter(meeting=meeting, published_at=None).update(published_at=now)
    for bench in benches_of(meeting):
        if bench.sitting.published_at is None:
            bench.sitting.published_at = now
            bench.sitting.save()
    if is_first:
        PublicNotice.objects.create(meeting=meeting, kind=PublicNotice.Kind.RECORD, at=now)
        if meeting.ends_at and meeting.ends_at >= now - NEWS_FOR:
            tell(meeting, "record", f"Decisions published: {meeting.title}", SAID, now)
    read_anew(meeting)


SAID = "Who was at the meeting, and what each committee decided, is on its page."


def unpublished_records(meeting: MeetingPage, with_part_b: bool):
    """The records of items on the published agenda that nobody has been shown."""
    records = ItemRecord.objects.filter(
        item__meeting=meeting, item__published_at__isnull=False, published_at=None
    )
    return records if with_part_b else records.filter(item__part=Part.A)


def record_correction(meeting: MeetingPage, reason: str, now: datetime) -> None:
    """Note for ever that a published record was corrected, and why."""
    PublicNotice.objects.create(meeting=meeting, kind=PublicNotice.Kind.RECORD, at=now, reason=reason)
    read_anew(meeting)


@transaction.atomic
def ratify(record: ItemRecord, now: datetime) -> None:
    """Keep that a recommendation was ratified; those who follow the committee are told where they could read it."""
    record.save()
    meeting = record.item.meeting
    if record.published_at and not record.item.is_private:
        whose = record.organisation.name if record.organisation else "The committee"
        text = f"{whose}: what was recommended at this meeting on “{record.item.title}” has been ratified."
        tell(meeting, f"ratified-{record.pk}", f"Ratified: {record.item.title}", text, now)
    read_anew(meeting)


def tell(meeting: MeetingPage, what: str, subject: str, text: str, now: datetime) -> None:
    """Tell those who follow a meeting's committee."""
    notify(
        "committee",
        meeting.get_parent().pk,
        f"meeting-{meeting.pk}-{what}",
        subject,
        text,
        meeting.url or "",
        now,
    )


def read_anew(meeting: MeetingPage) -> None:
    """Have the search read the meeting and its decisions."""
    changed("page", [meeting.pk])
    changed(KIND, ItemRecord.objects.filter(item__meeting=meeting.pk).values_list("pk", flat=True))
