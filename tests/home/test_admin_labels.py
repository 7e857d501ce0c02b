"""What the screens of the editors' side are called, and how they write the clock."""

import html
import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import formats, timezone

from tests.factories.admin_forms import form_values
from tests.factories.people import make_person


@pytest.fixture
def administrator(tree, client):
    person = make_person("administrators")
    client.force_login(person)
    return person


def heading(client, address) -> str:
    """The first heading of a screen."""
    text = re.search(r"<h1[^>]*>(.*?)</h1>", client.get(address).content.decode(), re.DOTALL)[1]
    return html.unescape(" ".join(text.split()))


def test_a_screen_says_its_name_once(tree, client, administrator):
    edit = "wagtailadmin_pages:edit"
    assert heading(client, reverse(edit, args=[tree.publications.pk])) == "Editing: Publications"
    assert heading(client, reverse(edit, args=[tree.story.pk])) == "Editing story: A story"
    assert heading(client, reverse("branch_roles:add")) == "Give a role"
    assert heading(client, reverse("takedowns:add")) == "Take a file down"
    assert heading(client, reverse("wagtailusers_users:add")) == "New: User"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(8, 0, "27 September 2023, 9.00am"), (14, 45, "27 September 2023, 3.45pm")],
)
def test_times_are_written_as_on_the_site_and_in_london(hour, minute, words):
    moment = datetime(2023, 9, 27, hour, minute, tzinfo=UTC)
    assert formats.localize(timezone.localtime(moment)) == words


def test_a_list_of_meetings_says_when_they_start_as_the_site_does(tree, client, administrator):
    listed = client.get(reverse("meeting_listing:index")).content.decode()
    assert "27 September 2023, 9am" in listed
    assert "a.m." not in listed


def test_a_long_title_is_typed_in_as_many_lines_as_it_needs_and_kept_as_one(tree, client, administrator):
    address = reverse("wagtailadmin_pages:edit", args=[tree.about.pk])
    shown = client.get(address)
    assert '<textarea name="title"' in shown.content.decode()
    client.post(address, {**form_values(shown), "title": "About\r\n our  partnership"})
    tree.about.refresh_from_db()
    assert tree.about.get_latest_revision_as_object().title == "About our partnership"
