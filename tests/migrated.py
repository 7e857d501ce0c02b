"""A test database that has been migrated, kept for the next run: migrating takes longer than most tests."""

import hashlib
import shutil
import sqlite3
from importlib.metadata import version
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

# Of what the migrations of others are.
LIBRARIES = ("django", "wagtail", "django-tasks-db")


def kept_at() -> Path | None:
    """Where the database of exactly these migrations is kept; None where databases are no files."""
    if connection.vendor != "sqlite":
        return None
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for config in apps.get_app_configs():
        folder = Path(config.path) / "migrations"
        # Those of libraries are known by their version; to read them all would take as long as a test.
        if Path(config.path).is_relative_to(settings.PROJECT_DIR):
            for path in sorted(folder.glob("*.py")):
                digest.update(f"{config.label}/{path.name}".encode() + path.read_bytes())
        else:
            digest.update(config.name.encode())
    return settings.VAR_DIR / f"migrated-{digest.hexdigest()[:16]}.sqlite3"


def bring(target: str) -> bool:
    """Put the kept database where the tests' is to be; whether there was one."""
    kept = kept_at()
    if kept is None or not kept.exists():
        return False
    shutil.copyfile(kept, target)
    return True


def keep() -> None:
    """Keep the test database for the next run, in place of those of other migrations."""
    kept = kept_at()
    if kept is None:
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in kept.parent.glob("migrated-*.sqlite3"):
        old.unlink(missing_ok=True)
    # Two workers may do this at once: a file is there when it is whole.
    written = kept.with_name(f"{kept.name}.{Path(connection.settings_dict['NAME']).parent.name}")
    connection.ensure_connection()
    with sqlite3.connect(written) as copy:
        connection.connection.backup(copy)
    copy.close()
    written.rename(kept)
