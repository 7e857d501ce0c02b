"""`manage.py worker`: does the tasks that wait in the database, until it is told to stop."""

import logging
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from partnership.jobs.models import Heartbeat
from partnership.jobs.pulse import Pulse, process_name

logger = logging.getLogger(__name__)

WAIT_FOR_DATABASE_SECONDS = 5


class Command(BaseCommand):
    help = "Does the tasks that wait in the database. Any number of workers may run."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="Do the tasks that wait now, then end.")

    def handle(self, *args, batch, **options):
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=1,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=process_name(),
        )
        worker.configure_signals()
        with Pulse(worker.worker_id, Heartbeat.Kind.WORKER):
            while worker.running:
                try:
                    worker.run()
                except DatabaseError:
                    # The library's own worker ends when the database restarts; ours waits for it.
                    logger.exception("The worker could not reach the database and goes on trying.")
                    close_old_connections()
                    time.sleep(WAIT_FOR_DATABASE_SECONDS)
                else:
                    return
