"""A site with something on every page of every section, and ways to make any of it many."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.db.models import Max
from wagtail.models import Page

from documents.models import CustomDocument, PublicationFile, PublicationIndexPage, PublicationPage
from meetings.models import CommitteeMember, CommitteePage, MeetingPage, MeetingsIndexPage
from partnership.home.models import StandardPage
from programmes.models import (
    CommissionedService,
    ContactRoute,
    FormerName,
    ImpactFigure,
    Milestone,
    Organisation,
    OrganisationPart,
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    Person,
    Place,
    ProgrammePage,
    ProviderCollaborativePage,
    Role,
    StoryPage,
)

from .agenda import agenda_item, agenda_paper

# 9am on a Wednesday in British Summer Time, far enough ahead to be coming for as long as this site lives.
COMING_AT = datetime(2090, 9, 27, 8, 0, tzinfo=UTC)
PAST_AT = datetime(2023, 9, 27, 8, 0, tzinfo=UTC)


def organisation(name: str, slug: str, kind="foundation_trust", **facts) -> Organisation:
    """An organisation."""
    return Organisation.objects.create(name=name, slug=slug, kind=kind, **facts)


def document(title: str, **facts) -> CustomDocument:
    """A small PDF in name, with its size recorded."""
    content = ContentFile(b"%PDF-1.4\n" + b"x" * 24_000, name=f"{title.lower().replace(' ', '-')}.pdf")
    return CustomDocument.objects.create(title=title, file=content, **facts)


def meeting(committee, number: int, starts_at: datetime, **facts) -> MeetingPage:
    """A meeting of three quarters of an hour."""
    return committee.add_child(
        instance=MeetingPage(
            title=f"Meeting {number}",
            slug=f"meeting-{number}",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=45),
            **facts,
        )
    )


def full_site(home) -> SimpleNamespace:
    """Every page type below `home`, each with all that it can show."""
    s = SimpleNamespace(home=home)
    s.oxleas = organisation(
        "Oxleas NHS Foundation Trust",
        "oxleas",
        partnership_member=True,
        description="A trust.",
        website="https://oxleas.example/",
    )
    s.slam = organisation("South London and Maudsley", "slam", partnership_member=True, short_name="SLaM")
    s.swl = organisation("South West London Health and Care Partnership", "swl", kind="partnership")
    FormerName.objects.create(organisation=s.slam, name="Bethlem and Maudsley", until=date(2020, 1, 1))
    ContactRoute.objects.create(organisation=s.oxleas, purpose="foi", email="foi@oxleas.example")
    s.place = Place.objects.create(name="Merton", slug="merton")
    s.oxleas.places.add(s.place)
    s.oxleas.save()

    s.about = home.add_child(instance=StandardPage(title="About us", slug="about", show_in_menus=True))
    s.people = s.about.add_child(instance=PeoplePage(title="Who we are", slug="people"))
    s.partners = s.about.add_child(instance=PartnersPage(title="Partners", slug="partners"))
    s.our_work = home.add_child(
        instance=OurWorkIndexPage(title="Our work", slug="our-work", show_in_menus=True)
    )
    s.collaborative = s.our_work.add_child(
        instance=ProviderCollaborativePage(
            title="Forensic collaborative",
            slug="forensic",
            kind="collaborative",
            specialty="Adult secure",
            population_served="3.6 million people",
            summary="Secure care closer to home.",
        )
    )
    CommissionedService.objects.create(collaborative=s.collaborative, name="Beds", provider=s.oxleas)
    s.programme = s.our_work.add_child(
        instance=ProgrammePage(
            title="SIM model",
            slug="sim",
            status="decommissioned",
            ended_on=date(2019, 3, 1),
            ended_precision="month",
            ended_reason="It was reviewed and will not return.",
        )
    )
    s.theirs = s.our_work.add_child(
        instance=OurWorkIndexPage(title="South West London", slug="south-west", attributed_to=s.swl)
    )
    s.workstream = s.theirs.add_child(
        instance=ProgrammePage(title="Cancer", slug="cancer", kind="workstream", attributed_to=s.swl)
    )
    for area in (s.collaborative, s.programme):
        OrganisationPart.objects.create(area_of_work=area, organisation=s.oxleas, part="lead_provider")
        OrganisationPart.objects.create(
            area_of_work=area, organisation=s.slam, part="member", description="Runs the wards"
        )
        Milestone.objects.create(
            area_of_work=area, happened_on=date(2017, 1, 1), precision="year", title="It began"
        )
        area.places.add(s.place)
        area.save()
    s.person = Person.objects.create(name="Alex Example", demonstration_only=True)
    Role.objects.create(person=s.person, kind="chair", organisation=s.oxleas, area_of_work=s.collaborative)
    s.story = s.our_work.add_child(
        instance=StoryPage(
            title="A new start", slug="a-new-start", dated_on=date(2019, 5, 4), attributed_to=s.slam
        )
    )
    s.story.areas_of_work.add(s.collaborative, s.programme)
    s.story.save()
    s.figure = ImpactFigure.objects.create(
        value=81_000_000,
        unit="items",
        counts="items delivered",
        period="in 12 months",
        source_page=s.story,
        page=s.collaborative,
        organisation=s.swl,
        on_home_page=True,
    )

    s.publications = home.add_child(
        instance=PublicationIndexPage(title="Publications", slug="publications", show_in_menus=True)
    )
    s.publication = s.publications.add_child(
        instance=PublicationPage(title="SIM review", slug="sim-review", kind="review", organisation=s.oxleas)
    )
    s.awaited = s.publications.add_child(
        instance=PublicationPage(
            title="National response",
            slug="national-response",
            state="awaited",
            organisation=s.swl,
            expected_basis="No date has been given.",
        )
    )
    PublicationFile.objects.create(
        publication=s.publication,
        document=document("Findings", pages=4, demonstration_only=True),
        organisation=s.slam,
    )
    s.publication.areas_of_work.add(s.collaborative, s.programme)
    s.publication.related_publications.add(s.awaited)
    s.publication.save()

    s.meetings = home.add_child(
        instance=MeetingsIndexPage(title="Meetings", slug="meetings", show_in_menus=True)
    )
    s.committee = s.meetings.add_child(
        instance=CommitteePage(title="Partnership committees", slug="committees", kind="in_common")
    )
    s.committee.oversees.add(s.collaborative, s.programme)
    s.committee.save()
    for member in (s.oxleas, s.slam):
        CommitteeMember.objects.create(committee=s.committee, organisation=member)
    s.past = meeting(s.committee, 1, PAST_AT, part_label="Common Part A")
    s.coming = meeting(
        s.committee, 2, COMING_AT, part_label="Common Part A", join_url="https://meet.example/part-a"
    )
    for number in (1, 2):
        item = agenda_item(s.coming, f"Item {number}")
        agenda_paper(item, document(f"Paper {number}", pages=number))
    return s


def tables_of(model) -> list[type[Page]]:
    """The models whose tables hold a page of this type, the topmost first."""
    return [
        table for table in reversed(model.__mro__) if issubclass(table, Page) and not table._meta.abstract
    ]


def many_children(parent, make, number: int) -> list[int]:
    """Add `number` live pages of one type below `parent` in bulk; return their primary keys.

    `make(n)` gives each with its title and slug. Django's bulk_create does not know inherited tables, so each table is
    filled by itself.
    """
    parent = Page.objects.get(pk=parent.pk)
    # Out of the way of numbers that the database gives.
    last = max(1_000_000_000, Page.objects.aggregate(last=Max("pk"))["last"])
    pages = []
    for n in range(1, number + 1):
        page = make(n)
        page.pk = page.id = last + n
        for table in tables_of(type(page)):
            for link in table._meta.parents.values():
                setattr(page, link.attname, page.pk)
        page.path = Page._get_path(parent.path, parent.depth + 1, 1000 + parent.numchild + n)
        page.depth = parent.depth + 1
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id = parent.locale_id
        page.draft_title = page.title
        pages.append(page)
    for table in tables_of(type(pages[0])):
        for start in range(0, number, 50):
            batch = table._base_manager.all()
            batch._insert(pages[start : start + 50], fields=table._meta.local_concrete_fields, using=batch.db)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    return [page.pk for page in pages]
