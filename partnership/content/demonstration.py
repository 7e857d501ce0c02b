"""The demonstration's content: sections register what builds their part of it, and one command runs them in order.

Pages are planted first, all of them, and written afterwards, so that every text can link to every page.
"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from functools import cached_property

from django.utils import timezone
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.models import Page


class Stage(IntEnum):
    """When a builder has its turn. Within a stage the order is the builder's own."""

    HOME = 10
    RECORDS = 20
    PAGES = 30
    TEXTS = 40
    FRAME = 50
    USERS = 60


@dataclass
class Demonstration:
    """One build of the demonstration: the moment it is made for, its users' password, and the files it made."""

    now: datetime
    password: str = ""
    home: Page | None = None
    files: list = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day in London."""
        return timezone.localdate(self.now)

    @cached_property
    def _home_path(self) -> str:
        return self.home.url_path

    def page(self, address: str) -> Page:
        """The page at an address of the site ("/our-work/"), as its own type."""
        return Page.objects.get(url_path=self._home_path + address.lstrip("/")).specific

    def add(self, parent: str, page: Page) -> Page:
        """Plant a page as a draft below the one at the address `parent`; one that is there already is left alone."""
        above = self.page(parent)
        there = above.get_children().filter(slug=page.slug).first()
        if there:
            return there.specific
        page.live = False
        above.add_child(instance=page)
        return page

    def publish(self, address: str, **content) -> None:
        """Write a planted page's content (fields and inline rows, by name) and publish it as its first revision.

        A page that was published before is somebody's work, and left alone.
        """
        page = self.page(address)
        if page.first_published_at:
            return
        for name, value in content.items():
            setattr(page, name, value)
        page.full_clean()
        page.save_revision(log_action=True, changed=False).publish()

    def link(self, address: str, words: str) -> str:
        """A link to a page of the site, for rich text."""
        return f'<a linktype="page" id="{self.page(address).pk}">{words}</a>'

    def keep(self, instance):
        """Save a record that brings a file, and remember the file in case the build fails."""
        try:
            instance.save()
        finally:
            if instance.file and instance.file._committed:
                self.files.append(instance.file)
        return instance

    def discard_files(self) -> None:
        """Take away the files of a build whose rows were not kept."""
        for file in self.files:
            file.storage.delete(file.name)


Builder = Callable[[Demonstration], None]
_builders: list[tuple[int, int, Builder]] = []


def builds(stage: Stage, order: int = 0):
    """Register a function as a builder of the demonstration. It must leave alone what it finds built."""

    def register(builder: Builder) -> Builder:
        _builders.append((stage, order, builder))
        return builder

    return register


def build(demonstration: Demonstration) -> None:
    """Run every builder in order, inside the caller's transaction."""
    with _tasks_once():
        for _, _, builder in sorted(_builders, key=lambda row: row[:2]):
            builder(demonstration)


@contextmanager
def _tasks_once():
    """Index for search and references what was built, with its rows, and not by a worker that may not run yet.

    Every save asks for it again, so the requests are collected and each is met once.
    """
    queue, requests = task_backends["default"], DummyBackend("default", {})
    task_backends["default"] = requests
    try:
        yield
        task_backends["default"] = ImmediateBackend("default", {})
        asked = {
            (request.task.module_path, repr((request.args, request.kwargs))): request
            for request in requests.results
        }
        for request in asked.values():
            request.task.enqueue(*request.args, **request.kwargs)
    finally:
        task_backends["default"] = queue
