"""docs/roles.md says what the matrix says."""

from pathlib import Path

from django.conf import settings

from partnership.accounts.document import roles_document


def test_the_document_is_up_to_date():
    written = Path(settings.PROJECT_DIR, "docs", "roles.md").read_text(encoding="utf-8")
    assert written == roles_document(), "Run manage.py sync_roles --document."
