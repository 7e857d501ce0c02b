"""The jobs app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django_tasks.signals import task_finished


class JobsConfig(AppConfig):
    """Work done in the background and on a schedule."""

    name = "partnership.jobs"
    label = "jobs"
    verbose_name = "Background jobs"

    def ready(self):
        from .retries import retry_failed

        task_finished.connect(retry_failed, dispatch_uid="retry_failed")
        autodiscover_modules("jobs")
