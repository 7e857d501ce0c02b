"""The way from a meeting to the screen of its agenda."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from .keeping import may_keep


class AgendaPanel(Panel):
    """A link to the agenda, which is kept on a screen of its own."""

    class BoundPanel(Panel.BoundPanel):
        """The same for one meeting."""

        template_name = "meetings/panels/agenda.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            saved = self.instance.pk
            shows = bool(saved) and may_keep(self.request.user, self.instance)
            return context | {
                "is_saved": bool(saved),
                "agenda_url": reverse("meeting_agenda:agenda", args=[saved]) if shows else "",
            }
