"""The images app."""

from importlib import import_module

from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Pictures, safe to upload and to show."""

    name = "partnership.images"
    label = "images"
    verbose_name = "Images"

    def ready(self):
        import_module("partnership.images.sizes")
