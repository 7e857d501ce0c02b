"""Reads everything that can be found into the search index anew, while searching goes on."""

from time import monotonic

from django.core.management.base import BaseCommand
from django.utils import timezone

from partnership.content.visibility import Audience

from ...indexing import rebuild


class Command(BaseCommand):
    """Rebuild the search index; what cannot be read is named at the end and stops nothing."""

    help = __doc__

    def handle(self, **options):
        began = monotonic()
        bad = rebuild(Audience(timezone.now()), self.tell)
        self.stdout.write(f"Done in {monotonic() - began:.0f} seconds.")
        for kind, keys in bad.items():
            if keys:
                self.stderr.write(f"Could not be read: {kind} {', '.join(map(str, keys))}")

    def tell(self, kind: str, done: int, bad: int) -> None:
        """Say from time to time how far it has come."""
        if done % 5000 == 0:
            self.stdout.write(f"{kind}: {done}")
