"""manage.py sync_roles"""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from partnership.accounts.document import roles_document
from partnership.accounts.sync import sync_roles


class Command(BaseCommand):
    """Makes groups and permissions agree with the matrix of roles, or writes the matrix down for people."""

    help = "Make groups and permissions agree with the matrix of roles. Safe to run at any time."

    def add_arguments(self, parser):
        parser.add_argument(
            "--document", action="store_true", help="Write docs/roles.md from the matrix; touch no group."
        )

    def handle(self, *args, **options):
        if options["document"]:
            path = Path(settings.PROJECT_DIR) / "docs" / "roles.md"
            path.write_text(roles_document(), encoding="utf-8")
            self.stdout.write(f"Wrote {path}.")
            return
        sync_roles()
        self.stdout.write("Groups and permissions agree with the matrix of roles.")
