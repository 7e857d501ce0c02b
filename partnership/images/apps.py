"""The images app."""

from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Pictures, safe to upload and to show."""

    name = "partnership.images"
    label = "images"
    verbose_name = "Images"
