"""Many writers at once on SQLite: nobody is refused and nothing is lost."""

import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

WRITERS = 8
TRANSACTIONS = 100
# Reads before it writes, as an editor's save does; that is what SQLite's defaults cannot bear.
WRITE = """
import django, sys
from django.conf import settings
import partnership.settings.base as base
settings.configure(DATABASES={"default": {**base.DATABASES["default"], "NAME": sys.argv[1]}}, INSTALLED_APPS=[])
django.setup()
from django.db import connection, transaction
for _ in range(int(sys.argv[2])):
    with transaction.atomic(), connection.cursor() as cursor:
        count = cursor.execute("SELECT count FROM tally").fetchone()[0]
        cursor.execute("UPDATE tally SET count = %s", [count + 1])
        cursor.execute("INSERT INTO entry VALUES (%s)", ["x" * 500])
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite; the database under test is another")
def test_eight_processes_write_at_once_and_none_is_told_that_the_database_is_locked(tmp_path):
    path = tmp_path / "shared.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE tally (count INTEGER)")
        database.execute("INSERT INTO tally VALUES (0)")
        database.execute("CREATE TABLE entry (text TEXT)")
    database.close()

    command = [sys.executable, "-c", WRITE, str(path), str(TRANSACTIONS)]
    writers = [
        subprocess.Popen(command, cwd=settings.PROJECT_DIR, stderr=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]
    errors = [writer.communicate(timeout=120)[1] for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * WRITERS, "\n".join(errors)
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count FROM tally").fetchone()[0] == WRITERS * TRANSACTIONS
        assert database.execute("SELECT count(*) FROM entry").fetchone()[0] == WRITERS * TRANSACTIONS
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    database.close()
