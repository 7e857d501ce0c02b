"""The canary sings where a guard is taken out: without that its silence would prove nothing."""

import pytest
from django.urls import reverse

from documents.models import CustomDocument
from meetings.models import Action, ChairsAction, ItemRecord

from .asking import client_of, listen
from .planting import KEY
from .test_on_the_site import REGISTER


def let_in(*args, **kwargs) -> bool:
    """A guard that is asleep."""
    return True


GUARDS = [
    ("meetings.models.meetings.reads_part_b", "{page}"),
    ("meetings.minutes.views.reads_part_b", "{page}minutes-part-b/"),
    ("meetings.joining.leading_on.may_read_private", "{page}join-private/"),
    ("meetings.packs.serving.reads_part_b", "{pack}"),
    ("documents.serving.reads_private", "{file}"),
]


@pytest.mark.parametrize(("guard", "way"), GUARDS)
def test_at_an_address_whose_guard_sleeps(planted, monkeypatch, guard, way):
    places = {
        "page": planted.meeting.get_url(),
        "pack": reverse("pack", args=[planted.document.public_id, planted.version.filename]),
        "file": planted.document.url,
    }
    url = way.format(**places)
    listen(client_of(planted, "committee_members"), url, planted)
    assert planted.heard == []
    monkeypatch.setattr(guard, let_in)
    listen(client_of(planted, "committee_members"), url, planted)
    assert planted.heard == [url]


LISTS = [
    (ItemRecord, "public", REGISTER),
    (Action, "shown_to", f"{REGISTER}actions/csv/"),
    (ChairsAction, "shown_to", f"{REGISTER}chairs-actions/{KEY}/"),
]


@pytest.mark.parametrize(("model", "narrowed", "url"), LISTS)
def test_in_a_list_that_is_not_narrowed(planted, monkeypatch, model, narrowed, url):
    queryset = type(model.objects.all())
    monkeypatch.setattr(queryset, narrowed, lambda self, *args: self)
    listen(client_of(planted, ""), url, planted)
    assert planted.heard == [url]


def test_in_the_library_where_it_has_private_documents(planted):
    CustomDocument.with_private.filter(pk=KEY).update(is_private=False)
    listen(client_of(planted, "editors"), reverse("wagtaildocs:index"), planted)
    assert planted.heard


@pytest.mark.parametrize(
    ("guard", "name"),
    [
        ("meetings.agenda.screens.base.may_keep_part_b", "meeting_agenda:agenda"),
        ("meetings.actions.keeping.may_read_private", "run_meeting"),
        ("meetings.templatetags.packs_tags.may_keep_part_b", "run_meeting"),
    ],
)
def test_in_the_admin(planted, monkeypatch, guard, name):
    url = reverse(name, args=[planted.meeting.pk])
    listen(client_of(planted, "administrators"), url, planted)
    assert planted.heard == []
    monkeypatch.setattr(guard, let_in)
    listen(client_of(planted, "administrators"), url, planted)
    assert planted.heard == [url]
