"""A small site with a page of every type, for tests that walk the tree."""

from dataclasses import dataclass
from datetime import UTC, datetime

from wagtail.models import Page, Site

from documents.models import PublicationIndexPage, PublicationPage
from meetings.models import CommitteePage, MeetingPage, MeetingsIndexPage
from partnership.home.models import HomePage, StandardPage
from programmes.models import (
    Organisation,
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    ProgrammePage,
    ProviderCollaborativePage,
    StoryPage,
)


@dataclass
class SiteTree:
    """The pages, by what they are."""

    home: Page
    about: Page
    people: Page
    partners: Page
    our_work: Page
    programme: Page
    story: Page
    collaborative: Page
    meetings: Page
    committee: Page
    meeting: Page
    other_committee: Page
    publications: Page
    publication: Page
    trust: Organisation


def make_home() -> HomePage:
    """The site's home page, in place of the page that Wagtail's own migrations make."""
    Site.objects.all().delete()
    root = Page.objects.get(depth=1)
    for child in root.get_children():
        child.specific.delete()
    root.refresh_from_db()
    page = root.add_child(
        instance=HomePage(title="The partnership", slug="home", purpose_heading="Better care")
    )
    Site.objects.create(
        hostname="localhost", port=80, root_page=page, is_default_site=True, site_name="Partnership"
    )
    return page


def make_site_tree(home) -> SiteTree:
    """Grow the tree below a home page; every page is live and complete."""
    trust = Organisation.objects.create(
        name="Riverside NHS Foundation Trust",
        slug="riverside",
        kind=Organisation.Kind.FOUNDATION_TRUST,
        partnership_member=True,
        ods_code="RX1",
    )
    about = home.add_child(instance=StandardPage(title="About us", slug="about"))
    our_work = home.add_child(instance=OurWorkIndexPage(title="Our work", slug="our-work"))
    programme = our_work.add_child(instance=ProgrammePage(title="Nursing", slug="nursing"))
    meetings = home.add_child(instance=MeetingsIndexPage(title="Meetings", slug="meetings"))
    committee = meetings.add_child(instance=CommitteePage(title="Board", slug="board"))
    publications = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    return SiteTree(
        home=home,
        about=about,
        people=about.add_child(instance=PeoplePage(title="Who we are", slug="people")),
        partners=about.add_child(instance=PartnersPage(title="Partners", slug="partners")),
        our_work=our_work,
        programme=programme,
        story=programme.add_child(instance=StoryPage(title="A story", slug="a-story")),
        collaborative=our_work.add_child(
            instance=ProviderCollaborativePage(title="Eating disorders", slug="eating-disorders")
        ),
        meetings=meetings,
        committee=committee,
        meeting=committee.add_child(
            instance=MeetingPage(
                title="Board meeting",
                slug="september",
                starts_at=datetime(2023, 9, 27, 8, 0, tzinfo=UTC),
                ends_at=datetime(2023, 9, 27, 8, 45, tzinfo=UTC),
            )
        ),
        other_committee=meetings.add_child(instance=CommitteePage(title="Finance", slug="finance")),
        publications=publications,
        publication=publications.add_child(
            instance=PublicationPage(
                title="A review",
                slug="a-review",
                kind=PublicationPage.Kind.REVIEW,
                state=PublicationPage.State.AWAITED,
                organisation=trust,
                expected_basis="No date has been given",
            )
        ),
        trust=trust,
    )
