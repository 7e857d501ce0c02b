"""What frames every page, and who signs in."""

from partnership.accounts.demo import make_demo_users
from partnership.content.demonstration import Stage, builds

from ..models import SiteSettings
from .first_page import NAME


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
    settings.security_contact = "security@example.org"
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
