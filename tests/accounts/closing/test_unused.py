"""Accounts that nobody uses, or that nothing is left for, are closed, and their owners are told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry

from partnership.accounts.closing.unused import look_after_unused
from partnership.accounts.models import User
from tests.factories.people import make_person

NOW = timezone.now()


def unused_for(days, **more) -> None:
    """Everybody was last here so many days ago."""
    moment = NOW - timedelta(days=days)
    User.objects.filter(**more).update(last_login=moment, date_joined=moment)


@pytest.fixture
def editor(tree):
    make_person("administrators")
    return make_person("editors")


def state(user):
    user.refresh_from_db()
    return user.is_active


def test_an_account_is_closed_after_a_letter_and_a_fortnight(editor, django_capture_on_commit_callbacks):
    unused_for(75, pk=editor.pk)
    look_after_unused(NOW)
    assert mail.outbox == []
    unused_for(76, pk=editor.pk)
    look_after_unused(NOW)
    look_after_unused(NOW)
    assert [letter.to for letter in mail.outbox] == [[editor.email]]
    assert "will be closed in 14 days" in mail.outbox[0].subject
    look_after_unused(NOW + timedelta(days=13))
    assert state(editor)
    with django_capture_on_commit_callbacks(execute=True):
        look_after_unused(NOW + timedelta(days=14))
    assert not state(editor)
    assert "is closed" in mail.outbox[-1].subject
    recorded = ModelLogEntry.objects.filter(object_id=str(editor.pk)).values_list("action", flat=True)
    assert set(recorded) >= {"accounts.warned_unused", "accounts.closed_unused"}


def test_nobody_is_closed_without_notice_however_long_ago_it_was(editor):
    unused_for(400, pk=editor.pk)
    look_after_unused(NOW)
    assert state(editor)


def test_a_letter_that_does_not_go_out_is_tried_again_and_closes_nothing(editor, settings, monkeypatch):
    unused_for(100, pk=editor.pk)

    def broken(*args, **kwargs):
        raise OSError("no mail server")

    monkeypatch.setattr("partnership.accounts.closing.letters.send_mail", broken)
    look_after_unused(NOW)
    look_after_unused(NOW + timedelta(days=20))
    assert state(editor)


def test_signing_in_after_the_letter_keeps_the_account(editor):
    unused_for(80, pk=editor.pk)
    look_after_unused(NOW)
    User.objects.filter(pk=editor.pk).update(last_login=NOW + timedelta(days=1))
    look_after_unused(NOW + timedelta(days=30))
    assert state(editor)
    assert editor.warned_unused_at is None


def test_an_account_opened_again_counts_from_then(editor):
    unused_for(100, pk=editor.pk)
    look_after_unused(NOW)
    look_after_unused(NOW + timedelta(days=14))
    assert not state(editor)
    User.objects.filter(pk=editor.pk).update(is_active=True)
    look_after_unused(NOW + timedelta(days=15))
    look_after_unused(NOW + timedelta(days=40))
    assert state(editor)


def test_the_last_administrator_is_never_closed(tree):
    first, second = (make_person("administrators", username=name) for name in ("first", "second"))
    unused_for(200)
    look_after_unused(NOW)
    look_after_unused(NOW + timedelta(days=20))
    look_after_unused(NOW + timedelta(days=60))
    assert [state(first), state(second)].count(True) == 1


def test_members_of_committees_meet_too_seldom_to_be_closed(tree):
    member = make_person("committee_members", tree.committee)
    unused_for(200)
    look_after_unused(NOW)
    look_after_unused(NOW + timedelta(days=20))
    assert state(member)
    assert mail.outbox == []
