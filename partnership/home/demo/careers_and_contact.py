"""Working for the partnership, and reaching it."""

from partnership.content.demonstration import Stage, builds


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
                "<p>Look for jobs on the websites of the three trusts:</p><ul>"
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
