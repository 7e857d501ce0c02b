"""Checks the public register."""

from django.core.management.base import BaseCommand, CommandError

from documents.models.register import RegisterEntry
from documents.register import faults


class Command(BaseCommand):
    """Goes through the whole register and fails where a line is missing or was changed."""

    help = "Checks that no line of the public register is missing or was changed."

    def handle(self, *args, **options):
        found = list(faults())
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError(f"The register does not hold: {len(found)} fault(s).")
        self.stdout.write(f"The register holds: {RegisterEntry.objects.count()} lines.")
