"""The documents app."""

from importlib import import_module

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, and the publications that carry them."""

    name = "documents"
    label = "documents"
    verbose_name = "Publications"

    def ready(self):
        # First: what is announced is the state that the end of a wait leaves.
        import_module("documents.waits")
        import_module("documents.announcements")
        import_module("documents.corrections.recording")
        import_module("documents.page_lines")
        import_module("documents.register_signals")
        import_module("documents.file_cleanup")
        import_module("documents.library_index")
        import_module("documents.reading.signals")
