"""How many queries a page may cost, with everything on it and whatever stands beside it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import PublicationPage
from meetings.models import MeetingPage
from partnership.images.models import CustomImage
from programmes.models import ImpactFigure, Organisation, Person, ProgrammePage, Role, StoryPage
from tests.factories.sections import COMING_AT, PAST_AT, full_site, many_children
from tests.images.pictures import plain

# What every page costs before its own content: the site, the way down, privacy, settings, menu, banners, and who
# answers for it. The last column says what a page with all that it can show may cost.
BUDGETS = {
    # Two for the next meeting beside itself: what is off before it, and whether one can join it.
    "/": 17,
    "/our-work/": 15,
    "/our-work/?kind=programme&organisation=oxleas&place=merton": 17,
    # One more for the parent and for whose work it is.
    "/our-work/south-west/": 17,
    "/our-work/a-new-start/": 14,
    # Ten kinds of related facts, each in a table of its own.
    # And what committees decided about it, and what is still to be done.
    "/our-work/forensic/": 21,
    "/our-work/sim/": 21,
    "/about/people/": 12,
    "/about/partners/": 12,
    "/about/partners/oxleas/": 19,
    # One more for what the papers of meetings show.
    "/publications/": 16,
    # Its files with their versions, and who contributed; of an awaited one, the dates given for it.
    "/publications/sim-review/": 18,
    "/publications/national-response/": 18,
    "/publications/awaited/": 12,
    # One for the years that one can narrow to.
    "/meetings/": 15,
    "/meetings/calendar/": 13,
    "/meetings/subscribe/": 13,
    # Who is on it, its terms of reference, and the next of its meetings.
    "/meetings/committees/": 20,
    # One for the meetings that it takes the place of, or that takes its own.
    # And who was on the committee then, and when what became public; its minutes, recording, record and packs.
    # And its questions, with the rule by which they close, which what became public is judged by too.
    # What follows from it, and what the chair decided before it.
    "/meetings/committees/meeting-2/": 23,
}


@pytest.fixture
def site(home):
    """Every page type, with something to show."""
    return full_site(home)


@pytest.mark.parametrize(("address", "most"), BUDGETS.items())
def test_a_page_keeps_to_its_budget(client, site, address, most, django_assert_max_num_queries):
    # What a process looks up once in its life is not the page's.
    client.get(address)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def grow(site, number: int, batch: str) -> None:
    """Put `number` more of everything beside what is there."""
    oxleas = site.oxleas
    first = CustomImage.objects.create(
        title="A ward", file=ContentFile(plain(size=(64, 36)), name="ward.png")
    )
    pictures = CustomImage.objects.bulk_create(
        CustomImage(title=f"Picture {n}", file=first.file.name, width=64, height=36) for n in range(number)
    )
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", photo=picture) for n, picture in enumerate(pictures)
    )
    Role.objects.bulk_create(
        Role(person=person, kind="other", organisation=oxleas, area_of_work=site.collaborative)
        for person in people[:10]
    )
    programmes = many_children(
        site.our_work, lambda n: ProgrammePage(title=f"Programme {n}", slug=f"{batch}-p{n}"), number
    )
    stories = many_children(
        site.programme,
        lambda n: StoryPage(
            title=f"Story {n}", slug=f"{batch}-s{n}", attributed_to=oxleas, picture=pictures[n - 1]
        ),
        number,
    )
    publications = many_children(
        site.publications,
        lambda n: PublicationPage(
            title=f"Publication {n}",
            slug=f"{batch}-p{n}",
            organisation=oxleas,
            state="awaited" if n % 2 else "published",
        ),
        number,
    )

    def meeting(n):
        starts = (COMING_AT if n % 2 else PAST_AT) + timedelta(days=n)
        return MeetingPage(
            title=f"Meeting {n}", slug=f"{batch}-m{n}", starts_at=starts, ends_at=starts + timedelta(hours=1)
        )

    many_children(site.committee, meeting, number)
    Organisation.objects.bulk_create(
        Organisation(name=f"Body {batch} {n}", slug=f"{batch}-{n}", kind="nhs_trust") for n in range(number)
    )
    ImpactFigure.objects.bulk_create(
        ImpactFigure(
            value=n, counts="beds", source_title="A report", on_home_page=True, page=site.collaborative
        )
        for n in range(1, number + 1)
    )
    for area in (site.collaborative, site.programme):
        area.stories.add(*stories)
        area.publications.add(*publications)
    site.oxleas.parts.model.objects.bulk_create(
        site.oxleas.parts.model(area_of_work_id=pk, organisation=oxleas, part="partner") for pk in programmes
    )


def test_a_page_costs_the_same_beside_ten_and_a_thousand(client, site):
    def costs():
        counted = {}
        for address in BUDGETS:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counted[address] = len(queries)
        return counted

    grow(site, 10, "few")
    with_ten = costs()
    grow(site, 990, "many")
    assert costs() == with_ten
