"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Work done in the background and on a schedule."""

    name = "partnership.jobs"
    label = "jobs"
    verbose_name = "Background jobs"
