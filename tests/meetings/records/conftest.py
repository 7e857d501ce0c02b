"""Committees of two trusts that met in common, with their members on that day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from meetings.models import CommitteeMember, CommitteePage, Membership
from programmes.models import Organisation, Person
from tests.factories.admin_forms import form_values
from tests.factories.agenda import agenda_item
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person


def at(name, *keys):
    """The address of one of the screens."""
    return reverse(f"meeting_agenda:{name}", args=keys)


def send(client, url, **typed):
    """Send a screen's form as a browser would, with what somebody types."""
    return client.post(url, {**form_values(client.get(url)), **typed})


@pytest.fixture
def met(tree):
    """A meeting of 9am to 9.45am with an item at 9am and one at 9.20am, two voting members of each trust."""
    CommitteePage.objects.filter(pk=tree.committee.pk).update(kind="in_common")
    s = SimpleNamespace(tree=tree, hill=tree.trust, members={})
    s.dale = Organisation.objects.create(name="Dale NHS Trust", slug="dale", kind="nhs_trust")
    for organisation in (s.hill, s.dale):
        CommitteeMember.objects.create(
            committee=tree.committee, organisation=organisation, quorum_number=2, name="Board committee"
        )
    for name, organisation in (("Ada", s.hill), ("Ben", s.hill), ("Cy", s.dale), ("Di", s.dale)):
        s.members[name] = Membership.objects.create(
            committee=tree.committee,
            person=Person.objects.create(name=f"{name} Example"),
            organisation=organisation,
            since=date(2020, 1, 1),
        )
    s.meeting = MeetingPageFactory(parent=tree.committee, title="Autumn meeting", held=True)
    s.first = agenda_item(s.meeting, "Quality report", minutes=20)
    s.second = agenda_item(s.meeting, "Plan for the year", minutes=20, purpose="decision")
    s.start = s.meeting.starts_at
    s.later = lambda minutes: s.start + timedelta(minutes=minutes)
    return s


@pytest.fixture
def officer(tree, client):
    """The committee's governance officer, signed in."""
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


def everybody_present(met, **typed) -> dict[str, str]:
    """What is typed where all four members were there."""
    return {f"member-{member.pk}-kind": "present" for member in met.members.values()} | typed


def both(met, item, **typed) -> dict[str, str]:
    """What is typed of an item for both trusts."""
    return {
        f"{item.pk}-{trust.pk}-{name}": value
        for trust in (met.hill, met.dale)
        for name, value in typed.items()
    }
