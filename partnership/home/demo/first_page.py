"""The site, its first page, and the places of the plain pages."""

from wagtail.models import Page, Site

from partnership.content.demonstration import Stage, builds

from ..models import HomePage, StandardPage
from .cards import card

NAME = "South London Mental Health and Community Partnership"
# Address of the parent, last part of the page's own address, title, whether the menu shows it.
PAGES = [
    ("/", "about", "About the partnership", True),
    ("/about/", "how-we-work", "How we work", False),
    ("/about/", "involvement-and-coproduction", "Involvement and coproduction", False),
    ("/", "careers", "Careers", True),
    ("/", "contact", "Contact us", False),
    ("/", "accessibility-statement", "Accessibility statement", False),
    ("/", "privacy", "Privacy", False),
    ("/", "cookies", "Cookies", False),
]


@builds(Stage.HOME)
def plant_home(demonstration):
    """The site and its first page."""
    home = HomePage.objects.first()
    if home is None:
        home = Page.objects.get(depth=1).add_child(instance=HomePage(title=NAME, slug="home", live=False))
    Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": NAME},
    )
    demonstration.home = home


@builds(Stage.PAGES, order=40)
def plant_pages(demonstration):
    """The plain pages, empty."""
    for parent, slug, title, in_menu in PAGES:
        demonstration.add(parent, StandardPage(title=title, slug=slug, show_in_menus=in_menu))


@builds(Stage.TEXTS, order=95)
def write_home(demonstration):
    """The first page."""
    demonstration.publish(
        "/",
        seo_title="Home",
        purpose_heading="Better mental health care across south London, together",
        summary="Three mental health trusts work as one partnership, so that people with specialist and complex needs "
        "get better care, closer to home.",
        search_description=f"{NAME}: a collaboration of three mental health trusts.",
        successes_heading="Our successes, and those of our partners",
        body=[
            ("heading", {"text": "How we work together", "level": "2"}),
            (
                "cards",
                {
                    "cards": [
                        card(
                            demonstration, "/about/", "What we are for, and why three trusts do this together"
                        ),
                        card(
                            demonstration, "/about/how-we-work/", "Clinical pathways, commissioning and value"
                        ),
                        card(
                            demonstration,
                            "/about/involvement-and-coproduction/",
                            "How patients, carers and families shape what we do",
                        ),
                        card(
                            demonstration,
                            "/careers/",
                            "Build on your skills, in three trusts rather than one",
                        ),
                    ]
                },
            ),
        ],
    )
