"""The command that makes the site's styles and scripts."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from partnership.content import look


class Command(BaseCommand):
    """Makes the styles and scripts that pages load, from the installed NHS.UK frontend and our own."""

    help = "Makes the styles and scripts that pages load. Quick, and safe to run again."
    # It makes the folder whose absence the checks would report.
    requires_system_checks = []

    def handle(self, *args, **options):
        try:
            written = look.build(settings.LOOK_DIR)
        except look.LookError as error:
            raise CommandError(str(error)) from error
        for path in written:
            self.stdout.write(f"{path} ({path.stat().st_size // 1024} kB)")
