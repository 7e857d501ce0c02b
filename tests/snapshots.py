"""The test database as it was at some moment, to go back to: faster than emptying it, and truer.

Emptying takes away what migrations put in (the root page, the groups), and what it costs grows with the tables.
"""

import sqlite3

from django.db import connection


class Snapshot:
    """A copy of the whole test database. Take it, and go back to it, when nobody else is writing."""

    def __init__(self, name: str):
        self.name = f"{connection.settings_dict['NAME']}_{name}"
        self.copy = None
        if connection.vendor == "sqlite":
            self.copy = sqlite3.connect(":memory:")
            connection.ensure_connection()
            connection.connection.backup(self.copy)
        else:
            self._copy_database(connection.settings_dict["NAME"], self.name)

    def restore(self) -> None:
        """Make the test database what it was when this was taken."""
        if self.copy:
            connection.ensure_connection()
            self.copy.backup(connection.connection)
        else:
            self._copy_database(self.name, connection.settings_dict["NAME"])

    def drop(self) -> None:
        """Forget it."""
        if self.copy:
            self.copy.close()
        else:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _copy_database(self, source: str, target: str) -> None:
        # PostgreSQL copies a database file by file, while nobody is connected to either. A thread of the test
        # server may still hold a connection that it keeps between requests.
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [source]
            )
            cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
