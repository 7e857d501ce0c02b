"""Fills a new site with the demonstration's content and users."""

import logging
import os
import signal
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from partnership.accounts.demo import DEMO_USERS, invented_password, reset_passwords
from partnership.accounts.roles import ROLES
from partnership.home.loading import SiteNotEmptyError, load_demonstration


class Command(BaseCommand):
    """The command that `make run` calls each time; only the first time does it build anything."""

    help = (
        "Loads the demonstration's content and users into a new site, the first time only: later runs never touch "
        "an editor's work. DEMO_PASSWORD sets the users' password; without it the first run makes one and prints it."
    )

    def handle(self, **options):
        chosen = os.environ.get("DEMO_PASSWORD", "")
        password = chosen or invented_password()
        try:
            with undone_when_stopped(), told_in_few_words():
                is_first = load_demonstration(timezone.now(), password)
        except SiteNotEmptyError:
            raise CommandError(
                "This site has pages of its own. The demonstration is loaded into a new site only; nothing was changed."
            ) from None
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped before it was done: nothing was loaded. Run it again.", returncode=130
            ) from None
        if is_first:
            self.stdout.write("The demonstration content is loaded.")
            self.print_users("DEMO_PASSWORD, as you set it" if chosen else password)
            return
        self.stdout.write("The demonstration content was loaded before; nothing was changed.")
        if chosen and reset_passwords(chosen):
            self.print_users("DEMO_PASSWORD, as you set it now")
        else:
            self.print_users("as set before (set DEMO_PASSWORD and run this again to change it)")

    def print_users(self, password: str) -> None:
        """Say who can sign in."""
        self.stdout.write("Demonstration users:")
        for demo_user in DEMO_USERS:
            role = ROLES[demo_user.role]
            note = "" if role.uses_admin else ", reads the site only"
            self.stdout.write(f"  {demo_user.username:<20} {role.singular}{note}")
        self.stdout.write(f"  {'password':<20} {password}")


@contextmanager
def undone_when_stopped():
    """Take a request to end as Ctrl-C, so that what was begun is undone."""

    def stop(*args):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def told_in_few_words():
    """Keep the log of every page and task off the terminal: the password must not drown in it."""
    loggers = [logging.getLogger(name) for name in ("wagtail", "django_tasks")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
