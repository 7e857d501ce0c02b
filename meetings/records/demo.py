"""Invented records of the demonstration's past meetings: who was there, and what each committee decided."""

from datetime import timedelta

from programmes.models import Person

from ..agenda.publishing import publish_agenda, release_item
from ..minutes.demo import AGENDA
from ..models import AgendaItem, Attendance, ExclusionMotion, ItemRecord, MeetingPage, Part
from .constituents import benches_of
from .motions import USUAL_WORDING, propose
from .publishing import publish_record

Decision, Kind = ItemRecord.Decision, Attendance.Kind
REASON = "Demonstration only: the item would name prices while they are negotiated."
RELEASED = "Demonstration only: the invented prices have been agreed."
# Of each committee: a chair, a member, a deputy and somebody in attendance.
PEOPLE = ("Robin Example", "Sam Example", "Kim Example", "Lee Example")
NEEDED = 2
WELCOME, MINUTES, QUALITY, OTHER = AGENDA
CONTRACT = "An invented contract"


def write_records(earlier: MeetingPage, later: MeetingPage) -> None:
    """Give two held meetings their records; at the later one a recommendation of the earlier one is ratified."""
    if earlier.sittings.exists():
        return
    items = write_agenda_of(earlier)
    write_attendance(earlier, leaves_early=True)
    benches = benches_of(earlier)
    early = benches[-1].sitting.organisation_id
    for item in items:
        for bench in benches:
            record = decided(item, bench.sitting.organisation_id, Decision.AGREED)
            if item.title != MINUTES and bench.sitting.organisation_id == early:
                record.decision, record.quorate = Decision.RECOMMENDED, False
                record.ratified_on, record.ratified_by_meeting = later.starts_at.date(), later
            record.save()
    publish_record(earlier, with_part_b=True, now=earlier.ends_at + timedelta(days=5))
    contract = next(item for item in items if item.title == CONTRACT)
    release_item(contract, RELEASED, later.ends_at)

    items = write_agenda_of(later)
    write_attendance(later, leaves_early=False)
    benches = benches_of(later)
    for item in items:
        for number, bench in enumerate(benches):
            record = decided(item, bench.sitting.organisation_id, Decision.AGREED)
            if item.title == QUALITY:
                differ(record, number)
            record.save()
    publish_record(later, with_part_b=True, now=later.ends_at + timedelta(days=5))


def differ(record: ItemRecord, number: int) -> None:
    """Each committee makes something else of it: one changes it, one has a conflict, one it does not concern."""
    if number == 0:
        record.decision = Decision.AGREED_WITH_CHANGES
    elif number == 1:
        record.decision = Decision.NOTED
        record.conflicts = "Demonstration only: Sam Example declared shares in an invented company."
        record.conflicts_managed = "Sam Example left the meeting for this item and did not vote on it."
    else:
        record.applies, record.decision, record.decision_text, record.reference = False, "", "", ""


def write_agenda_of(meeting: MeetingPage) -> list[AgendaItem]:
    """The items that the minutes tell of, and a private one, published in good time; returns those that are decided."""
    propose(ExclusionMotion(meeting=meeting, wording=USUAL_WORDING, reason=REASON))
    items = [
        AgendaItem(title=WELCOME, minutes=5),
        AgendaItem(title=MINUTES, purpose="decision", minutes=5, asked="To agree the minutes."),
        AgendaItem(
            title=QUALITY, purpose="decision", minutes=20, asked="To agree what an invented report asks."
        ),
        AgendaItem(title=OTHER, minutes=5),
        AgendaItem(title=CONTRACT, purpose="decision", part=Part.B, private_reason=REASON, minutes=10),
    ]
    for place, item in enumerate(items):
        item.meeting, item.place, item.lead = meeting, place, "An invented director"
        item.save()
    publish_agenda(meeting, with_part_b=True, now=meeting.starts_at - timedelta(days=9))
    return [item for item in items if item.purpose]


def write_attendance(meeting: MeetingPage, leaves_early: bool) -> None:
    """Who was there of each committee; of the last one, two leave early, so that it stops being quorate."""
    benches = benches_of(meeting)
    for number, bench in enumerate(benches):
        sitting = bench.sitting
        sitting.motion_carried, sitting.quorum_number = True, NEEDED
        is_early = leaves_early and number == len(benches) - 1
        left = meeting.starts_at + timedelta(minutes=8) if is_early else None
        sitting.quorate, sitting.inquorate_from = True, left
        sitting.save()
        for place, name in enumerate(PEOPLE):
            named = f"{name} (demonstration only)"
            Attendance.objects.create(
                meeting=meeting,
                organisation=sitting.organisation,
                person=Person.objects.filter(name=named).first(),
                name=named,
                position="An invented position",
                kind=(Kind.PRESENT, Kind.PRESENT, Kind.APOLOGIES, Kind.IN_ATTENDANCE)[place],
                votes=place < NEEDED,
                left_at=left if place == 1 else None,
                place=place,
            )


def decided(item: AgendaItem, organisation: int | None, decision: str) -> ItemRecord:
    """An invented decision."""
    return ItemRecord(
        item=item,
        organisation_id=organisation,
        quorate=True,
        decision=decision,
        decision_text="Demonstration only: an invented decision.",
        reference="DEMO/1",
    )
