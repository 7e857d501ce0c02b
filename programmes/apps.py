"""The programmes app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """The partnership's work, and the organisations and people who do it."""

    name = "programmes"
    label = "programmes"
    verbose_name = "Our work"
