"""An administrator helps somebody who lost their phone."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from partnership.accounts.models import User
from tests.factories.people import make_person
from tests.factories.signing_in import give_second_step, has_second_step


@pytest.fixture
def administrator(tree, client):
    administrator = make_person("administrators")
    client.force_login(administrator)
    return administrator


def test_it_is_taken_away_recorded_and_told(
    client, administrator, mailoutbox, django_capture_on_commit_callbacks
):
    person = make_person("editors")
    give_second_step(person)
    theirs = Client()
    theirs.force_login(person)
    url = reverse("reset_second_step", args=[person.pk])
    assert url in client.get(reverse("wagtailusers_users:index")).content.decode()
    assert "Be sure that it is them who asks" in client.get(url).content.decode()
    assert has_second_step(person)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url)
    assert not has_second_step(person)
    assert theirs.get("/admin/").status_code == 302
    entry = ModelLogEntry.objects.get(action="accounts.reset_second_step")
    assert (entry.user, entry.object_id) == (administrator, str(person.pk))
    assert mailoutbox[0].to == [person.email]
    person.refresh_from_db()
    assert person.second_step_wanted_since is None


@pytest.mark.parametrize("role", ["publishers", "editors"])
def test_nobody_else_resets_it(client, tree, role):
    person = make_person("document_officers")
    give_second_step(person)
    client.force_login(make_person(role))
    assert client.post(reverse("reset_second_step", args=[person.pk])).status_code in (302, 403)
    assert has_second_step(person)


def test_neither_their_own_nor_a_superusers(client, administrator):
    superuser = User.objects.create_superuser("root", "root@trust.example", "a long password 42")
    for person in (administrator, superuser):
        give_second_step(person)
        assert client.post(reverse("reset_second_step", args=[person.pk])).status_code in (302, 403)
        assert has_second_step(person)
