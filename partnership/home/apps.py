"""The home app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, plain pages, and what frames every page."""

    name = "partnership.home"
    label = "home"
    verbose_name = "Home"
