"""`manage.py check_jobs`: whether the background lives, for a monitor."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from partnership.jobs.health import problems


class Command(BaseCommand):
    help = "Ends with an error, and says why, when no worker or scheduler lives or a recurring job is late or fails."

    def handle(self, *args, **options):
        found = problems(timezone.now())
        if found:
            raise CommandError("; ".join(found))
        self.stdout.write("The worker, the scheduler and every recurring job are well.")
