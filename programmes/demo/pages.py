"""The tree of pages about the work and about who does it."""

from partnership.content.demonstration import Stage, builds
from programmes.models import (
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    ProgrammePage,
    ProviderCollaborativePage,
    StoryPage,
)

from .collaboratives import COLLABORATIVES
from .programmes import PROGRAMMES
from .south_west_london import STORIES, WORKSTREAMS


@builds(Stage.PAGES)
def plant(demonstration):
    """Every page, empty, so that texts can link to each other."""
    add = demonstration.add
    add("/", OurWorkIndexPage(title="Our work", slug="our-work", show_in_menus=True))
    for slug, title in COLLABORATIVES.items():
        add("/our-work/", ProviderCollaborativePage(title=title, slug=slug))
    for slug, title in PROGRAMMES.items():
        add("/our-work/", ProgrammePage(title=title, slug=slug))
    add("/our-work/", OurWorkIndexPage(title="Work in South West London", slug="south-west-london"))
    for slug, title in STORIES.items():
        add("/our-work/south-west-london/", StoryPage(title=title, slug=slug))
    for slug, title in WORKSTREAMS.items():
        add("/our-work/south-west-london/", ProgrammePage(title=title, slug=slug))


@builds(Stage.PAGES, order=50)
def plant_who_we_are(demonstration):
    """Who we are, below the pages about the partnership."""
    demonstration.add("/about/", PeoplePage(title="Who we are", slug="who-we-are"))
    demonstration.add("/about/", PartnersPage(title="Partner organisations", slug="partners"))


@builds(Stage.TEXTS)
def write_who_we_are(demonstration):
    """The pages that are made from the data need few words."""
    demonstration.publish(
        "/about/who-we-are/", summary="The people who lead our work, and the organisations they work for."
    )
    demonstration.publish(
        "/about/partners/",
        summary="The three trusts that make up the partnership, and the organisations that take part in its work.",
    )


@builds(Stage.TEXTS)
def write_our_work(demonstration):
    """The list of our work."""
    demonstration.publish(
        "/our-work/",
        summary="Our three trusts work together where people need specialist or complex care, and where doing things "
        "once for all of south London works better than doing them three times.",
    )
