"""What the partnership is, and how it works."""

from partnership.content.demonstration import Stage, builds

from .cards import card

TRUSTS = (
    "Oxleas NHS Foundation Trust, South London and Maudsley NHS Foundation Trust, and South West London and St George's "
    "Mental Health NHS Trust"
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
