"""What editors gave a time is done at that time: once, and each thing by itself."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from partnership.home.models import StandardPage
from partnership.jobs.scheduled_publishing import NotAllDoneError, do_what_is_due

SOON = timedelta(hours=1)


@pytest.fixture
def told():
    """The titles of pages that were published or taken down, as they were."""
    titles = []

    def tell(instance, **kwargs):
        titles.append(instance.title)

    page_published.connect(tell)
    page_unpublished.connect(tell)
    yield titles
    page_published.disconnect(tell)
    page_unpublished.disconnect(tell)


def schedule(parent, title, at):
    """A page that is to go live at a time; Wagtail tells of the scheduling too."""
    page = StandardPage(title=title, slug=title.lower(), live=False, go_live_at=at)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_each_thing_is_done_once_and_when_its_time_has_come(home, told, time_machine):
    now = timezone.now()
    early, late = schedule(home, "Early", now + SOON), schedule(home, "Late", now + 3 * SOON)
    told.clear()
    time_machine.move_to(now + 2 * SOON)
    for _ in range(2):
        do_what_is_due(timezone.now())
    assert told == ["Early"]
    assert Page.objects.get(pk=early.pk).live
    assert not Page.objects.get(pk=late.pk).live


def test_what_has_expired_is_taken_down_once(home, told):
    page = home.add_child(instance=StandardPage(title="Old", slug="old", expire_at=timezone.now()))
    for _ in range(2):
        do_what_is_due(timezone.now())
    assert told == ["Old"]
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


@pytest.fixture
def due(home, time_machine):
    """Three pages whose time has come."""
    now = timezone.now()
    pages = [schedule(home, title, now + SOON) for title in ("First", "Second", "Third")]
    time_machine.move_to(now + 2 * SOON)
    return pages


def test_one_that_fails_keeps_its_time_and_keeps_no_other_from_going_live(due, monkeypatch):
    whole = Revision.publish

    def publish(revision, **kwargs):
        whole(revision, **kwargs)
        if revision.object_id == str(due[1].pk):
            raise RuntimeError

    monkeypatch.setattr(Revision, "publish", publish)
    with pytest.raises(NotAllDoneError):
        do_what_is_due(timezone.now())
    assert [Page.objects.get(pk=page.pk).live for page in due] == [True, False, True]
    assert due[1].revisions.exclude(approved_go_live_at=None).exists()
    monkeypatch.setattr(Revision, "publish", whole)
    do_what_is_due(timezone.now())
    assert Page.objects.get(pk=due[1].pk).live


def test_a_process_that_is_killed_loses_nothing(due, monkeypatch):
    class Killed(BaseException):
        pass

    whole = Revision.publish

    def publish(revision, **kwargs):
        whole(revision, **kwargs)
        raise Killed

    monkeypatch.setattr(Revision, "publish", publish)
    with pytest.raises(Killed):
        do_what_is_due(timezone.now())
    monkeypatch.setattr(Revision, "publish", whole)
    do_what_is_due(timezone.now())
    assert all(Page.objects.get(pk=page.pk).live for page in due)


def test_two_at_once_publish_each_thing_once(committed_db, told, time_machine):
    root = Page.objects.get(depth=1)
    now = timezone.now()
    for title in ("First", "Second", "Third"):
        schedule(root, title, now + SOON)
    told.clear()
    time_machine.move_to(now + 2 * SOON)
    together, problems = Barrier(2), []

    def run():
        try:
            together.wait()
            do_what_is_due(timezone.now())
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(told) == ["First", "Second", "Third"]
