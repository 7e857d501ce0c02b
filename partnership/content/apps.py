"""The content app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ContentConfig(AppConfig):
    """What every page is made of: the base page, the body's blocks, and who may see what."""

    name = "partnership.content"
    label = "content"
    verbose_name = "Content"

    def ready(self):
        import_module("partnership.content.references")
        import_module("partnership.content.choosers").mend_choosers()
        autodiscover_modules("feeds")
