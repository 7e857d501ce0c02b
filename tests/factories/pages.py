"""A factory for every type of page. A trait is a state that the domain has a word for.

A page is put where pages of its type live: below a parent that is made when there is none. All of them need the `home`
fixture.
"""

from datetime import UTC, date, datetime, timedelta

import factory
from django.utils import timezone
from wagtail.models import Page

from meetings.models import (
    CommitteeMember,
    CommitteePage,
    DecisionsRegisterPage,
    MeetingPage,
    MeetingsIndexPage,
)
from meetings.models.meetings import Status as MeetingStatus
from partnership.home.models import HomePage, StandardPage
from programmes.models import (
    CommissionedService,
    Milestone,
    OrganisationPart,
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    ProgrammePage,
    ProviderCollaborativePage,
    Status,
    StoryPage,
)

from .agenda import agenda_item, agenda_paper
from .page_base import BasePageFactory, the
from .publication_pages import (
    DisclosureLogPageFactory,
    DisclosurePageFactory,
    PublicationIndexPageFactory,
    PublicationPageFactory,
    PublicationSchemePageFactory,
    RecommendationIndexPageFactory,
)
from .records import DocumentFactory, OrganisationFactory


class HomePageFactory(BasePageFactory):
    """A home page beside the site's own."""

    title = "Another partnership"
    parent = factory.LazyFunction(lambda: Page.objects.get(depth=1))
    purpose_heading = "Better care together"

    class Meta:
        model = HomePage


class StandardPageFactory(BasePageFactory):
    """A plain page."""

    title = factory.Sequence(lambda n: f"About {n}")
    parent = the(HomePage)
    summary = "What this page says, in a sentence."
    body = [("paragraph", "<p>What the page says at length.</p>")]

    class Meta:
        model = StandardPage


class OurWorkIndexPageFactory(BasePageFactory):
    """The list of areas of work."""

    title = "Our work"
    parent = the(HomePage)

    class Meta:
        model = OurWorkIndexPage

    class Params:
        theirs = factory.Trait(
            title="Their work",
            parent=the(OurWorkIndexPage, "OurWorkIndexPageFactory"),
            attributed_to=factory.SubFactory(OrganisationFactory, name="Their Partnership"),
        )


class AreaOfWorkPageFactory(BasePageFactory):
    """What programmes and collaboratives can both be."""

    parent = the(OurWorkIndexPage, "OurWorkIndexPageFactory")
    summary = "What this work is for."

    class Meta:
        model = ProgrammePage
        abstract = True

    class Params:
        completed = factory.Trait(
            status=Status.COMPLETED, ended_on=date(2022, 6, 30), ended_reason="It did what it was for."
        )
        decommissioned = factory.Trait(
            status=Status.DECOMMISSIONED,
            ended_on=date(2021, 3, 1),
            ended_precision="month",
            ended_reason="It was reviewed and ended.",
        )
        theirs = factory.Trait(attributed_to=factory.SubFactory(OrganisationFactory, name="Their Trust"))

    @factory.post_generation
    def organisations(self, create, parts, **kwargs):
        """Who takes part: {organisation: part}."""
        for organisation, part in (parts or {}).items():
            OrganisationPart.objects.create(area_of_work=self, organisation=organisation, part=part)

    @factory.post_generation
    def milestones(self, create, years, **kwargs):
        """Years in which something happened."""
        for year in years or []:
            Milestone.objects.create(
                area_of_work=self, happened_on=date(year, 1, 1), precision="year", title=f"Step of {year}"
            )


class ProgrammePageFactory(AreaOfWorkPageFactory):
    """A programme."""

    title = factory.Sequence(lambda n: f"Nursing programme {n}")

    class Meta:
        model = ProgrammePage

    class Params:
        workstream = factory.Trait(kind=ProgrammePage.Kind.WORKSTREAM)


class ProviderCollaborativePageFactory(AreaOfWorkPageFactory):
    """A provider collaborative."""

    title = factory.Sequence(lambda n: f"Collaborative {n}")
    kind = ProviderCollaborativePage.Kind.COLLABORATIVE
    specialty = "Adult secure"
    population_served = "3.6 million people"

    class Meta:
        model = ProviderCollaborativePage

    @factory.post_generation
    def services(self, create, names, **kwargs):
        """What it commissions."""
        for name in names or []:
            CommissionedService.objects.create(
                collaborative=self, name=name, provider_description="NHS and independent providers"
            )


class StoryPageFactory(BasePageFactory):
    """An example of work."""

    title = factory.Sequence(lambda n: f"How it changed {n}")
    parent = the(OurWorkIndexPage, "OurWorkIndexPageFactory")
    dated_on = date(2019, 5, 1)
    dated_precision = "month"

    class Meta:
        model = StoryPage

    class Params:
        theirs = factory.Trait(attributed_to=factory.SubFactory(OrganisationFactory, name="Their Trust"))


class PeoplePageFactory(BasePageFactory):
    """Who we are."""

    title = "Who we are"
    parent = the(HomePage)

    class Meta:
        model = PeoplePage


class PartnersPageFactory(BasePageFactory):
    """The partner organisations."""

    title = "Partners"
    parent = the(HomePage)

    class Meta:
        model = PartnersPage


class MeetingsIndexPageFactory(BasePageFactory):
    """The list of meetings."""

    title = "Meetings"
    parent = the(HomePage)

    class Meta:
        model = MeetingsIndexPage


class DecisionsRegisterPageFactory(BasePageFactory):
    """The register of decisions and actions."""

    title = "Decisions and actions"
    parent = the(MeetingsIndexPage, "MeetingsIndexPageFactory")

    class Meta:
        model = DecisionsRegisterPage


class CommitteePageFactory(BasePageFactory):
    """A committee that meets in public."""

    title = factory.Sequence(lambda n: f"Committee {n}")
    parent = the(MeetingsIndexPage, "MeetingsIndexPageFactory")

    class Meta:
        model = CommitteePage

    class Params:
        in_common = factory.Trait(kind=CommitteePage.Kind.IN_COMMON)
        in_private = factory.Trait(meets_in_public=False)

    @factory.post_generation
    def members(self, create, organisations, **kwargs):
        """Whose committee it is."""
        for organisation in organisations or []:
            CommitteeMember.objects.create(committee=self, organisation=organisation)


class MeetingPageFactory(BasePageFactory):
    """A meeting of three quarters of an hour, a long time ahead."""

    title = factory.Sequence(lambda n: f"Meeting {n}")
    parent = the(CommitteePage, "CommitteePageFactory")
    starts_at = datetime(2090, 9, 27, 8, 0, tzinfo=UTC)
    ends_at = factory.LazyAttribute(lambda meeting: meeting.starts_at + timedelta(minutes=45))
    part_label = "Common Part A"
    join_url = "https://meet.example/part-a"
    join_from = datetime(2020, 1, 1, tzinfo=UTC)

    class Meta:
        model = MeetingPage

    class Params:
        over = factory.Trait(starts_at=datetime(2023, 9, 27, 8, 0, tzinfo=UTC))
        held = factory.Trait(over=True, status=MeetingStatus.HELD)
        in_progress = factory.Trait(
            starts_at=factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=5))
        )
        cancelled = factory.Trait(status=MeetingStatus.CANCELLED, status_reason="Too few could come.")

    @factory.post_generation
    def papers(self, create, titles, **kwargs):
        """What it considers."""
        for title in titles or []:
            agenda_paper(agenda_item(self, title), DocumentFactory(title=title))


FACTORIES = {
    made._meta.model: made
    for made in (
        HomePageFactory,
        StandardPageFactory,
        OurWorkIndexPageFactory,
        ProgrammePageFactory,
        ProviderCollaborativePageFactory,
        StoryPageFactory,
        PeoplePageFactory,
        PartnersPageFactory,
        MeetingsIndexPageFactory,
        CommitteePageFactory,
        DecisionsRegisterPageFactory,
        MeetingPageFactory,
        PublicationIndexPageFactory,
        RecommendationIndexPageFactory,
        DisclosureLogPageFactory,
        DisclosurePageFactory,
        PublicationPageFactory,
        PublicationSchemePageFactory,
    )
}
