"""What a public body must say about its website."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds


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
                "<p>The sample files on this site are tagged PDFs with a title and a language. Beside each file you find its "
                "text on a page of its own, where it has one, and a form to ask for it in a format that you can use: no "
                "account is needed, and you are told by when we answer. If you cannot use the form, see the "
                f"{contact}.</p>",
            ),
            ("file_checks", None),
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
            ("heading", {"text": "Requests for accessible formats", "level": "2"}),
            (
                "paragraph",
                "<p>If you ask for a file in another format, we use what you tell us to answer you and for nothing else. A "
                "year after your request is closed, your name, your addresses and what was written are erased.</p>",
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
