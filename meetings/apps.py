"""The meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Committees and their meetings."""

    name = "meetings"
    label = "meetings"
    verbose_name = "Committees and meetings"
