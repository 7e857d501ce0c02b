"""A meeting from its plan to its approved minutes: run by its officer, read by the public and by a member."""

import csv
import zipfile
from datetime import datetime, time, timedelta
from io import BytesIO, StringIO
from types import SimpleNamespace

import icalendar
import pikepdf
import pytest
import time_machine
from django.utils import timezone

from meetings.clock import LONDON
from meetings.models import CommitteePage, DecisionsRegisterPage, MeetingPage, Membership, Question
from partnership.accounts.models import User
from programmes.models import Person
from tests.conftest import DEMONSTRATION_PASSWORD
from tests.documents.inspection.files import clean_pdf

from .meeting_desk import MeetingDesk
from .window import Window, press_and_wait

SECRET, SECRET_FILE = "Lease of the Marmalade building", "Marmalade heads of terms"
ASKED = "How long do people wait to be seen?"


@pytest.fixture
def opened(chromium):
    """A function that opens a window for somebody else, which must not do what it should not either."""
    windows = []

    def opened(**options):
        windows.append(Window(chromium, **options))
        return windows[-1]

    yield opened
    for window in windows:
        window.close()
    assert [(w.foreign_requests, w.console_errors) for w in windows] == [([], [])] * len(windows)


@pytest.fixture
def cycle(site):
    """The committee of the three trusts, each with a member in the register; the last is the demonstration's member."""
    committee = CommitteePage.objects.get(slug="partnership-committees")
    trusts = [row.organisation for row in committee.members.select_related("organisation")]
    committee.members.update(quorum_number=1)
    account = User.objects.get(username="committee-member")
    members = [
        Membership.objects.create(
            committee=committee,
            person=Person.objects.create(name=f"Member of {trust.name}"),
            organisation=trust,
            since=timezone.localdate() - timedelta(days=400),
            user=account if trust == trusts[-1] else None,
        )
        for trust in trusts
    ]
    today = timezone.localdate()
    days = [today + timedelta(days=days) for days in (30, 44)]
    return SimpleNamespace(
        committee=committee, trusts=trusts, members=members, held_on=days[0], next_on=days[1]
    )


def evening_of(day):
    """The clock as it goes on from the evening of a day."""
    return time_machine.travel(datetime.combine(day, time(18), tzinfo=LONDON), tick=True)


def test_a_meeting_from_its_plan_to_its_approved_minutes(
    page, site, cycle, already_signed_in, opened, assert_accessible, mailoutbox
):
    desk, visitor = MeetingDesk(page, site), opened().page
    already_signed_in("governance-officer")

    meeting = plan_and_publish(desk, cycle)
    visitor_reads_what_is_to_come(visitor, site, meeting, assert_accessible)
    ask(visitor, mailoutbox)
    member = opened().page
    member_reads_the_private_part(member, site, meeting)
    moved = move_and_cancel(desk, cycle, visitor, site)

    with evening_of(cycle.held_on):
        already_signed_in("governance-officer")
        record(desk, cycle, meeting)
        minute_and_answer(desk, meeting, mailoutbox)
        visitor_reads_what_was_done(visitor, site, cycle, meeting, assert_accessible)
    with evening_of(cycle.next_on):
        already_signed_in("governance-officer")
        approve(desk, meeting, moved)
        visitor_reads_the_approved_minutes(visitor, site, meeting, assert_accessible)


def plan_and_publish(desk, cycle) -> MeetingPage:
    """Plan, agenda, motion, papers, publish."""
    meeting = desk.plan(
        cycle.committee,
        "Meeting of the journey",
        cycle.held_on,
        part_label="Common Part A",
        private_label="Part B",
        join_url="https://example.org/join/journey",
        venue="The invented hall",
    )
    desk.open("run_meeting", meeting.pk)
    desk.page.get_by_role("link", name="Agenda", exact=True).first.click()
    desk.add_item("A", title="Welcome", minutes="5")
    desk.add_item("A", title="Quality report", minutes="20")
    desk.add_item("A", title="Plan for the year", minutes="30", purpose="decision")
    desk.add_item("B", title=SECRET, private_reason="It names prices that are being negotiated.")
    desk.drop_papers(
        {
            "2 Report on quality.pdf": clean_pdf(2),
            "3 The plan.pdf": clean_pdf(3),
            f"B1 {SECRET_FILE}.pdf": clean_pdf(4),
        },
    )
    desk.page.get_by_role("link", name="Motion to exclude the public").click()
    desk.fill(reason="Its item is commercially sensitive.")
    desk.send("Save")
    desk.publish_agenda_and_papers()
    return meeting


def visitor_reads_what_is_to_come(visitor, site, meeting, assert_accessible):
    """Notice, agenda, papers, the honest stub, calendar file, pack and zip."""
    visitor.goto(f"{site}/meetings/partnership-committees/")
    visitor.get_by_role("link", name=meeting.title).first.click()
    assert_accessible(visitor)
    text = visitor.get_by_role("main").inner_text()
    for words in ("Planned", "9.30am", "The invented hall", "Common Part A", "Plan for the year"):
        assert words in text
    assert "commercially sensitive" in text
    assert "It names prices that are being negotiated." in text
    assert "clear working days before" in text
    whole = visitor.content()
    assert "Marmalade" not in whole
    assert "example.org/join" not in whole
    assert visitor.get_by_role("link", name="Join Common Part A online").is_visible()

    calendar = visitor.request.get(site + link(visitor, "Add to your calendar")).body()
    (event,) = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert event["SUMMARY"].startswith("Meeting of the journey")
    paper = visitor.request.get(site + link(visitor, "The plan (PDF"))
    assert paper.body().startswith(b"%PDF")
    pack = visitor.request.get(site + link(visitor, "PDF, ", ".app-packs")).body()
    with pikepdf.open(BytesIO(pack)) as pdf:
        assert len(pdf.pages) >= 7
    names = zipfile.ZipFile(
        BytesIO(visitor.request.get(site + link(visitor, "(ZIP", ".app-packs")).body())
    ).namelist()
    assert [name for name in names if "The plan" in name]
    assert not [name for name in names if "Marmalade" in name]


def link(page, words, inside="main") -> str:
    """Where a link leads."""
    return page.locator(inside).get_by_role("link", name=words).first.get_attribute("href")


def ask(visitor, mailoutbox):
    """Ask the committee a question on the page of its meeting."""
    visitor.get_by_role("link", name="Ask a question").click()
    visitor.get_by_label("Your question").fill(ASKED)
    visitor.get_by_label("Is it about an item of the agenda?").select_option(label="2 Quality report")
    visitor.get_by_role("radio", name="Yes").check()
    visitor.get_by_role("radio", name="Show my name", exact=True).check()
    visitor.get_by_label("Your name, as it should be shown").fill("Ada Asker")
    visitor.get_by_label("Your e-mail address").fill("ada@example.com")
    press_and_wait(visitor, "Send the question")
    question = Question.objects.get(wording=ASKED)
    assert visitor.get_by_text(question.reference).is_visible()
    assert question.reference in mailoutbox[-1].body


def member_reads_the_private_part(member, site, meeting):
    """My committees, the private paper and the members' pack."""
    member.goto(f"{site}/sign-in/")
    member.locator("#id_login").fill("committee-member")
    member.locator("#id_password").fill(DEMONSTRATION_PASSWORD)
    member.get_by_role("button", name="Sign in").click()
    member.get_by_role("button", name="Not now").click()
    member.get_by_role("heading", name="My committees", level=1).wait_for()
    member.get_by_role("link", name=meeting.title, exact=True).first.click()
    member.get_by_role("heading", name=SECRET).wait_for()
    paper = member.request.get(site + link(member, SECRET_FILE))
    assert paper.headers["cache-control"].count("no-store") == 1
    assert paper.body().startswith(b"%PDF")
    private = member.locator(".app-packs li").filter(has_text="Private")
    pack = member.request.get(site + private.get_by_role("link").first.get_attribute("href"))
    with pikepdf.open(BytesIO(pack.body())) as pdf:
        assert len(pdf.pages) >= 11


def move_and_cancel(desk, cycle, visitor, site) -> MeetingPage:
    """Another meeting gets another date, a third is called off, and the public reads both; returns the moved one."""
    first = MeetingPage.objects.get(slug="next-demonstration")
    on = f"{cycle.next_on:%d/%m/%Y}"
    desk.run(first, "Move", starts_at=f"{on} 09:00", ends_at=f"{on} 10:30", reason="The hall is closed.")
    desk.send("Move")
    desk.says("Moved. This is the page of the new date.")
    third = MeetingPage.objects.get(slug="moved-to-demonstration")
    desk.run(third, "Cancel", reason="There is nothing to decide.")
    desk.send("Cancel")
    desk.says("Cancelled")
    first.refresh_from_db()
    visitor.goto(site + first.url)
    assert visitor.get_by_text("The hall is closed.").is_visible()
    visitor.goto(site + third.url)
    assert visitor.get_by_text("There is nothing to decide.").is_visible()
    return MeetingPage.objects.get(pk=first.successor_id)


def record(desk, cycle, meeting):
    """Held, who was there, what each trust decided, and the record is published."""
    desk.open("meetings_due")
    desk.says(meeting.title)
    desk.run(meeting, "Record what happened")
    desk.page.get_by_label("Held: it took place and could decide").check()
    desk.send("Record what happened")
    kinds = ["present", "present", "apologies"]
    desk.record_attendance(meeting, {m.pk: kind for m, kind in zip(cycle.members, kinds, strict=True)})
    plan = meeting.agenda_items.get(title="Plan for the year")
    decided = [("agreed", "The plan is approved."), ("not_agreed", "It costs too much."), ("recommended", "")]
    desk.record_decisions(meeting, plan, {t.pk: one for t, one in zip(cycle.trusts, decided, strict=True)})
    desk.carry_motion(meeting, [trust.pk for trust in cycle.trusts])
    desk.open("meeting_agenda:record", meeting.pk)
    desk.send("Publish the record")
    desk.says("The record is published.")


def minute_and_answer(desk, meeting, mailoutbox):
    """Draft minutes are published, the question is answered, and an action is added."""
    desk.write_minutes(meeting, "2 Quality report", "The report was welcomed.")
    desk.page.get_by_role("link", name="Publish draft minutes").click()
    desk.send("Publish draft minutes")
    desk.says("Published.")
    desk.answer_question(Question.objects.get(wording=ASKED), "Eleven weeks.")
    assert "Eleven weeks." in mailoutbox[-1].body
    desk.open("run_meeting", meeting.pk)
    desk.page.get_by_role("link", name="Add an action").click()
    desk.fill(text="Publish the plan", owner="Chief executive")
    desk.send("Add the action")


def visitor_reads_what_was_done(visitor, site, cycle, meeting, assert_accessible):
    """The page of the meeting, each trust's decisions as a page and a table, the draft, the register."""
    visitor.goto(site + meeting.url)
    assert_accessible(visitor)
    text = visitor.get_by_role("main").inner_text()
    for words in (
        "Draft minutes",
        "Ada Asker",
        "Eleven weeks.",
        "carried",
        "Not quorate",
        "Publish the plan",
    ):
        assert words in text
    assert "Marmalade" not in visitor.content()
    assert "subject to ratification" in text
    assert "on the day of the meeting" in text
    for trust, words in zip(cycle.trusts, ("The plan is approved.", "It costs too much."), strict=False):
        visitor.goto(f"{site}/meetings/partnership-committees/decisions/{trust.slug}/")
        assert visitor.get_by_text(words).is_visible()
        table = visitor.request.get(site + link(visitor, "Download all of them as a table"))
        rows = list(csv.reader(StringIO(table.body().decode("utf-8-sig"))))
        assert any(words in cell for row in rows for cell in row)
    register = f"{site}{DecisionsRegisterPage.objects.get().url}"
    for address, words in ((register, "The plan is approved."), (f"{register}actions/", "Publish the plan")):
        visitor.goto(address)
        assert visitor.get_by_text(words).first.is_visible()
    visitor.goto(f"{site}{meeting.url}minutes/")
    assert visitor.get_by_text("Draft: no meeting has approved these minutes yet").is_visible()


def approve(desk, meeting, later):
    """The next meeting wants a word changed, and approves."""
    desk.run(later, "Record what happened")
    desk.page.get_by_label("Held: it took place and could decide").check()
    desk.send("Record what happened")
    desk.write_minutes(meeting, "2 Quality report", "The report was received.")
    desk.page.get_by_role("link", name="Record as approved").click()
    desk.page.locator("#id_meeting").select_option(str(later.pk))
    desk.fill(note="A word in item 2.")
    desk.send("Record as approved")


def visitor_reads_the_approved_minutes(visitor, site, meeting, assert_accessible):
    """The approved minutes, what was changed from the draft, and the register."""
    visitor.goto(f"{site}{meeting.url}")
    visitor.get_by_role("link", name="Minutes, approved on").click()
    assert_accessible(visitor)
    assert visitor.get_by_text("The report was received.").is_visible()
    visitor.goto(f"{site}{meeting.url}minutes/changes/")
    assert visitor.locator("del").filter(has_text="welcomed").count() == 1
    assert visitor.locator("ins").filter(has_text="received").count() == 1
    visitor.get_by_role("link", name="as they were before").click()
    assert visitor.get_by_text("Draft, later approved on").is_visible()


def test_a_question_is_asked_without_javascript(site, cycle, opened, mailoutbox):
    meeting = MeetingPage.objects.get(slug="next-demonstration")
    window = opened(java_script_enabled=False)
    visitor = window.page
    window.expects(400, f"{site}/questions/{meeting.pk}/")
    visitor.goto(site + meeting.url)
    visitor.get_by_role("link", name="Ask a question").click()
    visitor.get_by_label("Your question").fill(ASKED)
    press_and_wait(visitor, "Send the question")
    assert visitor.get_by_label("Your question").input_value() == ASKED
    assert visitor.get_by_role("link", name="Enter your e-mail address").is_visible()
    visitor.get_by_role("radio", name="No", exact=True).check()
    visitor.get_by_role("radio", name="Do not show my name").check()
    visitor.get_by_label("Your e-mail address").fill("ada@example.com")
    press_and_wait(visitor, "Send the question")
    question = Question.objects.get(wording=ASKED)
    assert visitor.get_by_text(question.reference).is_visible()
    assert (question.name, question.may_publish) == ("", False)
    assert question.reference in mailoutbox[-1].body
