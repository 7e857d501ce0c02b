"""Screens for records of what was done: entered and decided on, never changed or deleted."""

from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet


class NoButtonsMixin:
    """Says that it was done, and offers no button to change it."""

    def get_success_buttons(self):
        return []


class EnterRecordView(NoButtonsMixin, CreateView):
    """Does something, and records it."""

    def get_header_title(self):
        return self.get_page_title()


class DecideRecordView(NoButtonsMixin, EditView):
    """Shows a record, and takes the one decision about it."""


class KeptRecordViewSet(ModelViewSet):
    """A record: a list, a screen to add to it, and a screen to decide on one entry; nothing else answers."""

    add_to_reference_index = False
    copy_view_enabled = False
    screens = frozenset({"index", "index_results", "add", "edit"})

    def get_common_view_kwargs(self, **kwargs):
        left_out = {"add", "delete", "history", "usage"} - self.screens
        without = dict.fromkeys(f"{name}_url_name" for name in left_out)
        return super().get_common_view_kwargs(**without, **kwargs)

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in self.screens]


class ArrivedRecordViewSet(KeptRecordViewSet):
    """A record of what comes by itself, so that nobody adds to it: a list, and a screen to decide on one entry."""

    screens = frozenset({"index", "index_results", "edit"})
