"""The alerts app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AlertsConfig(AppConfig):
    """E-mail to people who asked to be told of something, without accounts."""

    name = "partnership.alerts"
    label = "alerts"
    verbose_name = "E-mail alerts"

    def ready(self):
        autodiscover_modules("topics")
