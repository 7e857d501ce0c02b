"""What the first page tells."""

import pytest

from tests.factories.sections import full_site


@pytest.fixture
def site(home):
    """Every page type, with something to show."""
    return full_site(home)


def html_of(client) -> str:
    """The first page as served."""
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_says_what_the_partnership_is_for(client, site):
    assert "Better care</h1>" in html_of(client)


def test_shows_the_next_meeting(client, site):
    html = html_of(client)
    assert f'href="{site.coming.url}"' in html
    assert "9am to 9.45am" in html
    assert "Common Part A" in html


def test_says_plainly_that_no_meeting_is_planned(client, site):
    site.coming.unpublish()
    html = html_of(client)
    assert "No meeting is planned" in html
    assert f'href="{site.meetings.url}#s-past"' in html


def test_groups_the_work_and_says_whose_other_work_is(client, site):
    html = html_of(client)
    assert html.index("Provider collaboratives") < html.index("Programmes")
    others = html[html.index(f"Work of {site.swl.name}") :]
    assert f'href="{site.workstream.url}"' in others


def test_draws_successes_as_text_with_their_source(client, site):
    html = html_of(client)
    assert "81 million" in html
    assert "Each dot stands for 1 million." in html
    assert f"Figure of {site.swl.name}" in html


def test_names_no_source_that_is_not_public(client, site):
    site.story.unpublish()
    assert site.story.title not in html_of(client)


def test_lists_publications_and_what_is_awaited(client, site):
    html = html_of(client)
    assert f'href="{site.publication.url}"' in html
    assert html.index("Awaited") < html.index(f'href="{site.awaited.url}"')


def test_lists_the_members_with_their_pages(client, site):
    assert 'href="/about/partners/oxleas/"' in html_of(client)


def test_stands_with_nothing_below_it(client, home):
    assert "No meeting is planned" in html_of(client)
