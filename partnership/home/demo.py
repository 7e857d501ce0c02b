"""The demonstration's home page, its plain pages and what frames them."""

from datetime import timedelta

from wagtail.models import Page, Site

from partnership.accounts.demo import make_demo_users
from partnership.content.demonstration import Stage, builds

from .models import HomePage, SiteSettings, StandardPage

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
TRUSTS = (
    "Oxleas NHS Foundation Trust, South London and Maudsley NHS Foundation Trust, and South West London and St George's "
    "Mental Health NHS Trust"
)


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
        purpose_heading="Better mental health care across south London, together",
        summary="Three mental health trusts work as one partnership, so that people with specialist and complex needs "
        "get better care, closer to home.",
        search_description=f"{NAME}: a collaboration of three mental health trusts.",
    )


@builds(Stage.TEXTS)
def write_about(demonstration):
    """What the partnership is and how it works."""
    link = demonstration.link
    demonstration.publish(
        "/about/",
        summary="The South London Mental Health and Community Partnership (SLP) is a collaboration of three South London "
        "mental health trusts.",
        body=[
            ("heading", {"text": "What we are for", "level": "2"}),
            (
                "paragraph",
                "<p>Our purpose is to make care better for patients, through:</p><ul>"
                "<li>clinical leadership and innovation</li>"
                "<li>more involvement of patients and carers</li>"
                "<li>a workforce that is highly skilled and compassionate, and keeps developing</li></ul>",
            ),
            ("heading", {"text": "Who we are", "level": "2"}),
            (
                "paragraph",
                f"<p>We are three trusts: {TRUSTS}. Working together we have improved the quality of mental health "
                "services across South London.</p>"
                f"<p>{link('/about/partners/', 'See the partner organisations')} and "
                f"{link('/about/who-we-are/', 'the people who lead our work')}.</p>",
            ),
            ("heading", {"text": "Why three trusts do this together", "level": "2"}),
            (
                "paragraph",
                "<p>At the scale of South London’s whole population we can bring together exceptional clinical expertise "
                "and a greater understanding of people’s experience of care. Patients, carers and families benefit. So "
                "do communities: less stigma, earlier help, and better mental health for the people of South "
                "London.</p>",
            ),
            (
                "cards",
                {
                    "cards": [
                        card(
                            demonstration, "/about/how-we-work/", "Clinical pathways, commissioning and value"
                        ),
                        card(
                            demonstration,
                            "/about/involvement-and-coproduction/",
                            "How people shape our services",
                        ),
                        card(demonstration, "/our-work/", "Provider collaboratives and programmes"),
                        card(demonstration, "/careers/", "Working in mental health in south London"),
                    ]
                },
            ),
        ],
    )
    demonstration.publish(
        "/about/how-we-work/",
        summary="How we change care for people with specialist and complex mental health conditions, and how we use "
        "public money.",
        body=[
            ("heading", {"text": "Consistent, best practice care", "level": "2"}),
            (
                "paragraph",
                "<p>We are transforming outcomes for people with specialist and sometimes complex mental health "
                "conditions, by using the same clinical pathways, based on best practice, in all three trusts.</p>",
            ),
            ("heading", {"text": "Commissioning the right services", "level": "2"}),
            (
                "paragraph",
                "<p>We commission services from NHS and independent sector providers, to meet the needs of our diverse "
                f"local population. {link('/our-work/', 'Our provider collaboratives')} do this for specialist care.</p>",
            ),
            ("heading", {"text": "Value for the NHS", "level": "2"}),
            (
                "paragraph",
                "<p>We make the best use of the resources we have. Working together maximises value for the NHS, and lets "
                "us reinvest in new and better specialist services, locally and across South London.</p>",
            ),
            ("heading", {"text": "A more rewarding career", "level": "2"}),
            (
                "paragraph",
                "<p>Working this way gives patients a better experience of care, and our staff a more rewarding "
                f"experience of work. {link('/careers/', 'Read about careers with us')}.</p>",
            ),
        ],
    )
    demonstration.publish(
        "/about/involvement-and-coproduction/",
        summary="We are committed to involving the people who use our services, and to designing services with them.",
        body=[
            (
                "paragraph",
                "<p>We aim to build a better understanding of lived experience into everything we do: the experience of "
                "patients, carers, staff and clinicians.</p>",
            ),
            ("heading", {"text": "Designed together", "level": "2"}),
            (
                "paragraph",
                "<p>Clinicians, operational and corporate teams, patients, and local, regional and national partners sit "
                "down together to design care that is based on evidence and closer to home for our communities. That is "
                "what we mean by coproduction.</p>",
            ),
            (
                "action_link",
                {"text": "Contact us to take part", "page": demonstration.page("/contact/"), "url": ""},
            ),
        ],
    )


def card(demonstration, address: str, description: str) -> dict:
    """A card that leads to a page of the site."""
    return {"text": "", "page": demonstration.page(address), "url": "", "description": description}


@builds(Stage.TEXTS)
def write_careers(demonstration):
    """Working for the partnership."""
    nursing = demonstration.link("/our-work/nursing-development/", "Nursing Development Programme")
    demonstration.publish(
        "/careers/",
        summary="Three trusts offer more ways to build a thriving and fulfilling career in mental health in south London "
        "than one.",
        body=[
            (
                "paragraph",
                "<p>We support our staff to build on the skills they have, and open up career opportunities across three "
                "trusts, so that working in mental health in south London is thriving and fulfilling.</p>",
            ),
            ("paragraph", f"<p>For nurses there is the {nursing}.</p>"),
            ("heading", {"text": "Find a job", "level": "2"}),
            (
                "paragraph",
                "<p>Each trust advertises its own jobs:</p><ul>"
                '<li><a href="https://oxleas.nhs.uk">Oxleas NHS Foundation Trust</a></li>'
                '<li><a href="https://slam.nhs.uk">South London and Maudsley NHS Foundation Trust</a></li>'
                '<li><a href="https://www.swlstg.nhs.uk">South West London and St George\'s Mental Health NHS Trust</a>'
                "</li></ul>",
            ),
        ],
    )


@builds(Stage.TEXTS)
def write_contact(demonstration):
    """How to reach the partnership; a demonstration cannot be reached."""
    demonstration.publish(
        "/contact/",
        summary="How to reach the partnership, and where to go if you need help now.",
        body=[
            (
                "warning",
                {
                    "heading": "If you need help now",
                    "text": "<p>This website cannot help in an emergency. Call 999 if somebody’s life is at risk. For "
                    "urgent mental health help call 111 and choose the mental health option.</p>",
                },
            ),
            (
                "contact",
                {
                    "name": "Partnership office (demonstration only)",
                    "text": "<p>An invented contact: mail to it reaches nobody. A live site names its office here.</p>",
                    "phone": "",
                    "email": "office@example.org",
                    "hours": "",
                },
            ),
            (
                "paragraph",
                "<p>For your own care, contact the trust that gives it: "
                f"{demonstration.link('/about/partners/', 'our partner organisations')}.</p>",
            ),
        ],
    )


@builds(Stage.TEXTS)
def write_statements(demonstration):
    """What a public body must say about its website, true of this demonstration."""
    in_a_year = demonstration.today + timedelta(days=365)
    reviewed = {"last_reviewed_on": demonstration.today, "next_review_on": in_a_year}
    contact = demonstration.link("/contact/", "contact page")
    demonstration.publish(
        "/accessibility-statement/",
        summary="How far everybody can use this website, and what to do if you cannot.",
        body=[
            ("heading", {"text": "What we aim for", "level": "2"}),
            (
                "paragraph",
                "<p>This website is built to meet the Web Content Accessibility Guidelines (WCAG) version 2.2 at level AA. "
                "You should be able to:</p><ul><li>use all of it by keyboard or with a screen reader</li>"
                "<li>zoom in to 400% without text running off the screen</li>"
                "<li>use it on a small phone, on paper, with your own colours, and without JavaScript</li></ul>",
            ),
            ("heading", {"text": "How it was tested", "level": "2"}),
            (
                "paragraph",
                "<p>Every kind of page is checked by an automatic tool (axe) each time the site changes. Automatic tools "
                "find only part of what can be wrong. This demonstration has not been tested by disabled people or "
                "audited by others; a live site has both done and says here what was found.</p>",
            ),
            ("heading", {"text": "Documents", "level": "2"}),
            (
                "paragraph",
                "<p>The sample files on this site are tagged PDFs with a title and a language. If you need a file in "
                f"another format, see the {contact}.</p>",
            ),
            ("heading", {"text": "If you are not satisfied", "level": "2"}),
            (
                "paragraph",
                "<p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile "
                "Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with our answer, contact the "
                '<a href="https://www.equalityadvisoryservice.com">Equality Advisory and Support Service</a>.</p>',
            ),
        ],
        **reviewed,
    )
    demonstration.publish(
        "/privacy/",
        summary="What this website knows about you, and for how long.",
        body=[
            ("heading", {"text": "Visitors", "level": "2"}),
            (
                "paragraph",
                "<p>You can read everything here without giving your name. The site loads nothing from other companies "
                "and does not measure or follow you. The server writes a log of requests to keep the site safe.</p>",
            ),
            ("heading", {"text": "E-mail alerts", "level": "2"}),
            (
                "paragraph",
                "<p>If you ask to be told about something by e-mail, we keep your address for that only. It is erased when "
                "you stop.</p>",
            ),
            ("heading", {"text": "Who answers for this site", "level": "2"}),
            (
                "paragraph",
                "<p>A partnership is not a legal person, so one organisation answers for its website. This is a "
                "demonstration and none does. A live site names its data protection officer here.</p>",
            ),
        ],
        **reviewed,
    )
    demonstration.publish(
        "/cookies/",
        summary="This website sets no cookies for readers.",
        body=[
            ("paragraph", "<p>A cookie is a small file that a website keeps in your browser.</p>"),
            (
                "paragraph",
                "<p>If you only read this site, it sets none. A form may set one that protects you against forgery, and "
                "those who sign in have one that keeps them signed in. Neither is used for anything else.</p>",
            ),
        ],
        **reviewed,
    )


@builds(Stage.FRAME)
def frame(demonstration):
    """Identity, footer and urgent help."""
    settings = SiteSettings.for_site(demonstration.home.get_site())
    if settings.urgent_help:
        return
    settings.partnership_name = NAME
    settings.short_name = "SLP"
    settings.strapline = "Three trusts, one partnership"
    settings.demonstration_site = True
    settings.contact_email = "office@example.org"
    settings.footer_text = "A demonstration of a partnership’s website. People, papers and contacts on it are invented and marked as such."
    settings.footer_links = [
        ("link", {"text": "", "page": demonstration.page(address), "url": ""})
        for address in ("/contact/", "/accessibility-statement/", "/privacy/", "/cookies/")
    ]
    settings.urgent_help_text = (
        "This website does not answer anybody in a crisis. These services do, day and night."
    )
    settings.urgent_help = [
        ("way", way("In an emergency, when a life is at risk", "999", "Or go to A&E.")),
        ("way", way("Urgent mental health help", "111", "Choose the mental health option.")),
        *(
            (
                "way",
                way(f"People under the care of {trust}", "", "Its crisis line is on its website.", website),
            )
            for trust, website in (
                ("Oxleas", "https://oxleas.nhs.uk"),
                ("South London and Maudsley", "https://slam.nhs.uk"),
                ("South West London and St George's", "https://www.swlstg.nhs.uk"),
            )
        ),
    ]
    settings.full_clean()
    settings.save()


def way(name: str, phone: str, detail: str, url: str = "") -> dict:
    """One way to get help."""
    return {"name": name, "phone": phone, "detail": detail, "url": url}


@builds(Stage.USERS)
def users(demonstration):
    """Somebody to sign in as, for each role."""
    make_demo_users(demonstration.password, demonstration.page, demonstration.now)
