"""What every screen of actions has: the committees that somebody keeps, and what they may know of them."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import ContextMixin
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..keeping import Keeper


class KeepersScreen(WagtailAdminTemplateMixin, ContextMixin):
    """A screen for those who keep a committee."""

    header_icon = "tasks"
    _show_breadcrumbs = True
    lists = (("Actions", "meeting_actions:index"), ("Chair’s actions", "meeting_actions:chairs"))
    part_of = "Actions"

    def dispatch(self, request, *args, **kwargs):
        self.now = timezone.now()
        self.keeper = Keeper(request.user)
        if not self.keeper.committees:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        above = [{"url": reverse("meeting_listing:index"), "label": "Meetings"}]
        title = self.get_page_title()
        if title != self.part_of:
            above.append({"url": reverse(dict(self.lists)[self.part_of]), "label": self.part_of})
        return [*self.breadcrumbs_items, *above, {"url": "", "label": title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"today": timezone.localdate(self.now)}
