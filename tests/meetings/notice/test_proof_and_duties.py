"""What became public when stays to be read; what is owed stands on the governance officer's desk."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from meetings.clock import LONDON
from meetings.models import CommitteeMember, CommitteeRule, MeetingPage, OrganisationRule, PublicNotice
from meetings.notice.duties import Overview, State
from meetings.notice.rules import RuleBook
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

MEETING_ON = date(2023, 9, 27)
Kind = PublicNotice.Kind


def moment(day: int, hour: int = 10) -> datetime:
    """An hour of a day of September 2023 in London."""
    return datetime(2023, 9, day, hour, tzinfo=LONDON)


def test_the_meeting_page_says_for_ever_what_became_public_when(tree, client):
    PublicNotice.objects.create(meeting=tree.meeting, kind=Kind.NOTICE, at=moment(1))
    PublicNotice.objects.create(meeting=tree.meeting, kind=Kind.AGENDA, at=moment(18))
    PublicNotice.objects.create(
        meeting=tree.meeting, kind=Kind.PAPER, at=moment(25), reason="The audit ran late."
    )
    text = client.get(tree.meeting.url).content.decode()
    assert "6 clear working days before" in text
    assert "late: The audit ran late." in text
    assert "1 clear working day before" in text
    assert text.count("app-proofs__late") == 1


def test_a_committees_rule_comes_before_its_organisations_and_the_strictest_of_those_holds(tree, home):
    other = type(tree.trust).objects.create(name="Hill Trust", slug="hill", kind="nhs_trust")
    for organisation, days in ((tree.trust, 6), (other, 9)):
        CommitteeMember.objects.create(committee=tree.committee, organisation=organisation)
        OrganisationRule.objects.create(
            organisation=organisation, duty="papers", days=days, legal_source=f"Constitution {days}"
        )

    def rule():
        return RuleBook([tree.committee.pk]).rule(tree.committee.pk, "papers", MEETING_ON)

    assert (rule().days, rule().source) == (9, "Constitution 9")
    CommitteeRule.objects.create(committee=tree.committee, duty="papers", days=4, by_time=time(17))
    assert rule().due_at(MEETING_ON) == moment(20, 17)
    assert RuleBook([tree.other_committee.pk]).rule(tree.other_committee.pk, "papers", MEETING_ON).days == 5


def states(meeting, now) -> dict[str, str]:
    """How each duty for a meeting stands."""
    return {task.words: task.state for task in Overview([meeting], now).tasks}


def test_what_is_owed_becomes_due_and_overdue_by_the_clock_and_done_by_the_record(tree):
    meeting = tree.meeting
    assert set(states(meeting, moment(1)).values()) == {State.COMING}
    assert states(meeting, moment(17))["Publish the agenda"] == State.DUE
    assert states(meeting, moment(20))["Publish the agenda"] == State.OVERDUE
    PublicNotice.objects.create(meeting=meeting, kind=Kind.AGENDA, at=moment(18))
    PublicNotice.objects.create(meeting=meeting, kind=Kind.NOTICE, at=moment(25))
    assert states(meeting, moment(26))["Publish the agenda"] == State.DONE
    assert states(meeting, moment(26))["Publish the notice"] == State.LATE
    assert states(meeting, moment(28))["Record what happened"] == State.DUE
    assert states(meeting, moment(30))["Record what happened"] == State.OVERDUE
    meeting.status = "held"
    assert states(meeting, moment(30))["Record what happened"] == State.DONE
    meeting.status = "cancelled"
    assert not states(meeting, moment(20))


@pytest.fixture
def officer(tree, client):
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


def test_the_desk_shows_what_is_due_for_ones_own_meetings(tree, client, officer):
    elsewhere = MeetingPageFactory(
        parent=tree.other_committee, title="Meeting of others", starts_at=moment(26)
    )
    with time_machine.travel(moment(20), tick=False):
        client.force_login(officer)
        text = client.get(reverse("meetings_due")).content.decode()
        run = client.get(reverse("run_meeting", args=[tree.meeting.pk])).content.decode()
        # Somebody's own desk, by the way on the first screen.
        assert reverse("meetings_due") in client.get("/admin/").content.decode()
    assert "Overdue" in text
    assert tree.meeting.title in text
    assert elsewhere.title not in text
    assert "Publish the papers" in run


def test_the_desk_is_nobody_elses(tree, client):
    client.force_login(make_person("document_officers", tree.publications))
    assert client.get(reverse("meetings_due")).status_code in (302, 403)


def test_the_desk_costs_the_same_for_many_meetings(tree, client, officer, django_assert_max_num_queries):
    url, soon = reverse("meetings_due"), timezone.now() + timedelta(days=3)
    MeetingPageFactory(parent=tree.committee, starts_at=soon)
    client.get(url)
    with django_assert_max_num_queries(40) as few:
        client.get(url)
    for number in range(8):
        MeetingPageFactory(parent=tree.committee, starts_at=soon + timedelta(days=number))
    with django_assert_max_num_queries(len(few)):
        assert client.get(url).content.decode().count("app-due__meeting") == 9


def test_a_year_of_dates_leaves_out_days_on_which_offices_are_closed(tree, client, officer):
    url = reverse("plan_year", args=[tree.committee.pk])
    typed = {
        "which": "4",
        "weekday": "4",
        "every": "month-1",
        "first_on": "01/11/2026",
        "months": "3",
        "starts": "09:00",
        "ends": "09:45",
        "part_label": "Common Part A",
    }
    shown = client.post(url, typed).content.decode()
    assert "Friday 25 December 2026" in shown
    assert "bank holiday" in shown
    assert not MeetingPage.objects.filter(slug="2026-11-27").exists()
    client.post(url, {**typed, "make": "1", "day": ["2026-11-27", "2027-01-22", "1999-01-01"]})
    made = MeetingPage.objects.filter(slug__in=["2026-11-27", "2027-01-22", "1999-01-01"])
    assert [(page.live, page.part_label) for page in made] == [(False, "Common Part A")] * 2
    assert made.first().starts_at.isoformat() == "2026-11-27T09:00:00+00:00"
    assert "a meeting is there" in client.post(url, typed).content.decode()
    assert "must end after" in client.post(url, {**typed, "ends": "08:00"}).content.decode()
