"""Takes away what a killed process left behind: bytes that were written before the row that would name them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField

# Where uploads and versions are kept, and nothing else is; sections add folders of their own.
FOLDERS = ["documents", "originals", "quarantine"]
# Younger files may belong to a save that is still under way.
OLD_ENOUGH = timedelta(days=1)


def sweep_also(folder: str) -> None:
    """Have another folder of the storage swept as well, in which every file is named by a row."""
    if folder not in FOLDERS:
        FOLDERS.append(folder)


def files_below(folder: str) -> Iterator[str]:
    """The names of all files below a folder of the storage."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for inner in folders:
        yield from files_below(f"{folder}/{inner}")


def is_known(name: str) -> bool:
    """Whether any row of the site names a file."""
    return any(
        model._default_manager.filter(**{field.name: name}).exists()
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
    )


def remove_leftovers(now: datetime) -> list[str]:
    """Delete files older than a day that no row names; answers their names."""
    removed = []
    for folder in FOLDERS:
        for name in list(files_below(folder)):
            if default_storage.get_modified_time(name) < now - OLD_ENOUGH and not is_known(name):
                default_storage.delete(name)
                removed.append(name)
    return removed
