"""The first screen of the editors' side: what each role can do, their drafts, and what waits for them."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from programmes.models import StoryPage
from tests.factories.people import make_person

TASKS = {
    "administrators": ["Give somebody a role", "Make an account", "Put up a banner"],
    "publishers": ["Put up a banner", "Change urgent help or contact details", "Add a publication"],
    "editors": ["Add a publication", "Upload documents", "Add a meeting"],
    "programme_editors": ["Change “Nursing”", "Add a story"],
    "document_officers": ["Add a publication", "Upload documents", "See what is awaited"],
    "governance_officers": ["See what is due", "Add a meeting of Board", "See the committee’s meetings"],
}
BRANCHES = {"programme_editors": "programme", "governance_officers": "committee"}


@pytest.fixture
def signed_in(tree, client):
    """A function that signs in somebody who holds a role."""

    def signed_in(role):
        person = make_person(role, getattr(tree, BRANCHES.get(role, ""), None))
        client.force_login(person)
        return person

    return signed_in


def screen(client) -> str:
    """The first screen's words."""
    return html.unescape(client.get(reverse("wagtailadmin_home")).content.decode())


def tasks_on(text: str) -> list[tuple[str, str]]:
    """The words and addresses of the tasks offered."""
    return re.findall(r'first-tasks__link" href="([^"]+)">([^<]+)<', text)


@pytest.mark.parametrize(("role", "words"), TASKS.items())
def test_each_role_is_offered_its_own_tasks_and_each_opens(client, signed_in, role, words):
    signed_in(role)
    offered = tasks_on(screen(client))
    assert [said for _, said in offered][: len(words)] == words
    assert len(offered) <= 3
    for address, _ in offered:
        opened = client.get(address, follow=True)
        assert opened.status_code == 200
        assert opened.request["PATH_INFO"] != reverse("wagtailadmin_home"), address


def test_lists_the_drafts_that_somebody_changed_last(tree, client, signed_in):
    person = signed_in("editors")
    assert "You have no drafts." in screen(client)
    mine = tree.programme.add_child(instance=StoryPage(title="Half a story", slug="half", live=False))
    mine.save_revision(user=person)
    tree.story.save_revision(user=make_person("publishers"), changed=True)
    text = screen(client)
    assert "1 draft of yours" in text
    drafts = text.split("1 draft of yours")[1].split("</table>")[0]
    assert "Half a story" in drafts
    assert "A story" not in drafts


def test_says_what_awaits_approval(tree, client, signed_in):
    signed_in("publishers")
    assert "Nothing awaits your approval." in screen(client)
    editor = make_person("editors")
    tree.story.save_revision(user=editor)
    tree.story.get_workflow().start(tree.story, editor)
    assert "1 thing awaits your approval" in screen(client)


def test_says_nothing_of_approval_to_those_who_do_not_approve(client, signed_in):
    signed_in("editors")
    assert "your approval" not in screen(client)


def test_costs_the_same_with_many_drafts(tree, client, signed_in):
    person = signed_in("editors")

    def cost(number):
        for n in range(number):
            page = tree.programme.add_child(
                instance=StoryPage(title=f"Draft {number} {n}", slug=f"d{number}-{n}", live=False)
            )
            page.save_revision(user=person)
        screen(client)
        with CaptureQueriesContext(connection) as queries:
            screen(client)
        return len(queries)

    assert cost(3) == cost(9)
