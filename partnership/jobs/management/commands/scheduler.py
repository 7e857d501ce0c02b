"""`manage.py scheduler`: runs recurring jobs when they are due, until it is told to stop."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from partnership.jobs.models import Heartbeat
from partnership.jobs.pulse import Pulse, process_name
from partnership.jobs.scheduler import run_due_jobs

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 5


class Command(BaseCommand):
    help = "Runs recurring jobs when they are due. Any number of schedulers may run; each run happens once."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Run what is due now, then end.")

    def handle(self, *args, once, **options):
        process = process_name()
        if once:
            for name in run_due_jobs(process, timezone.now):
                self.stdout.write(name)
            return
        stop = threading.Event()
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, lambda *_: stop.set())
        logger.info("Scheduler %s started.", process)
        with Pulse(process, Heartbeat.Kind.SCHEDULER):
            while not stop.is_set():
                try:
                    run_due_jobs(process, timezone.now)
                except DatabaseError:
                    logger.exception("The scheduler could not reach the database and goes on trying.")
                close_old_connections()
                stop.wait(LOOK_EVERY_SECONDS)
        logger.info("Scheduler %s stopped.", process)
