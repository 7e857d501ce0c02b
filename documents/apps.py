"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, and the publications that carry them."""

    name = "documents"
    label = "documents"
    verbose_name = "Publications"
