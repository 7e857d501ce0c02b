"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """One search over what the public may see."""

    name = "partnership.search"
    label = "search"
    verbose_name = "Search"
