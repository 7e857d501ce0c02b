"""The search app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    """One search over what the public may see."""

    name = "partnership.search"
    label = "search"
    verbose_name = "Search"

    def ready(self):
        import_module("partnership.search.pages")
        import_module("partnership.search.changes")
        autodiscover_modules("searchable")
