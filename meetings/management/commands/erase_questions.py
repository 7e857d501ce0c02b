"""Erases who asked questions that were closed long ago; the job of every night, by hand."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...questions.erasure import erase_old_questions


class Command(BaseCommand):
    """Erase the names and addresses of those who asked, after the days that the settings give."""

    help = __doc__

    def handle(self, **options):
        self.stdout.write(f"Erased: {erase_old_questions(timezone.now())}")
