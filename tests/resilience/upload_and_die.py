"""Brings a file into the library and is killed at a named step; run by `test_killed` as a process of its own."""

import os
import signal
import sys

import django


def die(*args, **kwargs):
    """End at once, as a machine that loses its power does."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(step: str, path: str, replaces: str) -> None:
    """Upload the file at `path`, over the desk and into the library, dying at the step."""
    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.files.storage import FileSystemStorage
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.db import connection
    from django.utils import timezone
    from wagtail.models import Collection

    from documents.desk.filing import file_uploads
    from documents.desk.receiving import receive
    from documents.models import CustomDocument, DocumentVersion

    def dying_in(write, folder):
        def half(self, name, content):
            if not name.startswith(folder):
                return write(self, name, content)
            write(self, name, SimpleUploadedFile("half", content.read()[:100]))
            return die()

        return half

    if step in ("originals/", "documents/"):
        FileSystemStorage._save = dying_in(FileSystemStorage._save, step)
    if step == "rows":
        DocumentVersion.objects.create = die
    user = get_user_model().objects.get(username="officer")
    document = CustomDocument.objects.get(pk=replaces) if replaces else None
    with open(path, "rb") as file:
        upload = SimpleUploadedFile("new.pdf", file.read())
    now = timezone.now()
    (received,) = receive([upload], user, now, Collection.get_first_root_node(), document)
    if step == "commit":
        # What lies on the desk is committed by now; this is the filing of it in the library.
        connection.ensure_connection()
        connection._commit = die
    file_uploads([received.upload], user, now, lambda new: None)
    print("done")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
