"""The heartbeat of a worker or a scheduler."""

import logging
import os
import socket
import threading
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.crypto import get_random_string

from .models import LEASE, Heartbeat, ScheduledJob

logger = logging.getLogger(__name__)

BEAT = timedelta(seconds=15)


def process_name() -> str:
    """A name no other process has: the machine, the process number, and something random."""
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{get_random_string(8)}"


def beat(process: str, kind: str, now: datetime) -> None:
    """Say that a process lives, and keep hold of the jobs that it is running."""
    Heartbeat.objects.update_or_create(process=process, defaults={"kind": kind, "seen_at": now})
    ScheduledJob.objects.held_by(process).update(claimed_until=now + LEASE)


class Pulse:
    """Beats from a thread of its own while a process works; a long job is no reason to be taken for dead."""

    def __init__(self, process: str, kind: str):
        self.process = process
        self.kind = kind
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat_on, name="pulse", daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exc):
        self._stop.set()
        self._thread.join(timeout=2)

    def _beat_on(self):
        while not self._stop.is_set():
            self._write(lambda: beat(self.process, self.kind, timezone.now()))
            self._stop.wait(BEAT.total_seconds())
        self._write(Heartbeat.objects.filter(process=self.process).delete)

    def _write(self, what):
        try:
            what()
        except DatabaseError:
            # The next beat may reach it; until then the process is rightly seen as silent.
            logger.warning("The heartbeat of %s did not reach the database.", self.process)
        finally:
            # The thread has a connection of its own, which nobody else would close.
            connection.close()
