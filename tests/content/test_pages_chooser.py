"""Several pages are chosen from those that somebody may know of, and what others chose stays."""

import html

import pytest
from django.urls import reverse

from programmes.models import ProgrammePage
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person


@pytest.fixture
def secret(tree):
    """Somebody else's draft."""
    page = tree.our_work.add_child(instance=ProgrammePage(title="Zebra crossing", slug="zebra", live=False))
    page.save_revision()
    return page


@pytest.fixture
def story(tree, client):
    """A story in one's own programme."""
    client.force_login(make_person("programme_editors", tree.programme))
    return tree.story


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def draft_of(page):
    """What the newest draft says of it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def send(client, page, **typed):
    """Save the edit view as a draft, as it stands, with other choices."""
    answer = client.get(edit(page))
    return client.post(edit(page), {**form_values(answer), **typed})


def test_shows_what_is_chosen_and_nothing_else(tree, client, story, secret):
    story.areas_of_work = [tree.collaborative]
    story.save()
    text = html.unescape(client.get(edit(story)).content.decode())
    field = text.split('data-name="areas_of_work"')[1].split("</button>")[0]
    assert "Eating disorders" in field
    assert "Nursing" not in field
    assert "Zebra" not in text


def test_a_page_of_no_business_here_cannot_be_chosen(tree, client, story, secret):
    answer = send(client, story, areas_of_work=[secret.pk])
    assert "is not one of the available choices" in answer.content.decode()
    assert "Zebra" not in answer.content.decode()
    send(client, story, areas_of_work=[tree.collaborative.pk])
    assert [page.pk for page in draft_of(story).areas_of_work.all()] == [tree.collaborative.pk]


def test_what_others_chose_stays_without_its_title(tree, client, story, secret):
    story.areas_of_work = [secret]
    story.save()
    text = client.get(edit(story)).content.decode()
    assert "A page that is not public yet" in text
    assert "Zebra" not in text
    send(client, story, areas_of_work=[secret.pk, tree.collaborative.pk])
    assert {page.pk for page in draft_of(story).areas_of_work.all()} == {secret.pk, tree.collaborative.pk}


def test_costs_the_same_however_many_pages_there_are(tree, client, story, django_assert_max_num_queries):
    client.get(edit(story))
    with django_assert_max_num_queries(100) as before:
        client.get(edit(story))
    for number in range(10):
        tree.our_work.add_child(instance=ProgrammePage(title=f"Work {number}", slug=f"w{number}"))
    with django_assert_max_num_queries(len(before)):
        client.get(edit(story))


def test_every_page_that_names_several_offers_the_same_way(tree, client):
    client.force_login(make_person("publishers"))
    for page, name in (
        (tree.publication, "areas_of_work"),
        (tree.publication, "related_publications"),
        (tree.committee, "oversees"),
        (tree.story, "areas_of_work"),
    ):
        assert f'data-name="{name}"' in client.get(edit(page)).content.decode()
