"""What every screen of minutes has: its meeting, its part, and the minutes as they are kept so far."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from ...agenda.screens.base import AgendaScreen
from ...models import Minutes, Part
from ..publishing import newest_edition, obstacle_to_publishing, says_the_same, working_edition


class MinutesScreen(AgendaScreen):
    """A screen about the minutes of one part. Those of Part B are for who has a grant to read it, and nobody else."""

    header_icon = "doc-full"

    def dispatch(self, request, *args, part, **kwargs):
        self.part = Part(part)
        return super().dispatch(request, *args, part=part, **kwargs)

    def get(self, request, *args, **kwargs):
        self.check()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.check()
        return super().post(request, *args, **kwargs)

    def check(self) -> None:
        """Raise PermissionDenied for the private part where somebody may not read it."""
        if self.part == Part.B and not self.with_part_b:
            raise PermissionDenied

    @cached_property
    def minutes(self) -> Minutes:
        """The minutes as they are kept; not saved yet where nobody has begun."""
        found = Minutes.objects.filter(meeting=self.meeting.pk, part=self.part)
        minutes = found.select_related("approved_at_meeting", "document").first()
        minutes = minutes or Minutes(meeting=self.meeting, part=self.part)
        minutes.meeting = self.meeting
        return minutes

    @property
    def saved_minutes(self) -> Minutes:
        """The minutes that somebody has saved. Raises Http404 where nobody has."""
        if not self.minutes.pk:
            raise Http404("Nothing is written yet.")
        return self.minutes

    @property
    def minutes_url(self) -> str:
        """Where the minutes are written."""
        return self.at("minutes")

    def at(self, name: str) -> str:
        """The address of one of these screens, of the same part."""
        return reverse(f"meeting_minutes:{name}", args=[self.meeting.pk, self.part.value])

    def get_breadcrumbs_items(self):
        items = super().get_breadcrumbs_items()
        own = {"url": self.minutes_url, "label": "Minutes"}
        return items if self.get_page_title() == items[-2]["label"] else [*items[:-1], own, items[-1]]

    def standing(self) -> dict:
        """Where the minutes stand, and what can be done with them."""
        minutes = self.minutes
        newest = newest_edition(minutes) if minutes.pk else None
        is_new = newest is None or not says_the_same(newest, working_edition(minutes))
        return {
            "newest": newest,
            "obstacle": obstacle_to_publishing(minutes, self.now) if minutes.pk else "",
            "has_changes": bool(minutes.pk) and (is_new or not minutes.is_published),
            "can_release": self.part == Part.B and minutes.is_published and minutes.is_private,
        }

    def get_context_data(self, **kwargs):
        ways = {
            name: self.at(name)
            for name in ("minutes", "preview", "publish", "approve", "withdraw", "release")
        }
        return super().get_context_data(**kwargs) | {
            "minutes": self.minutes,
            "part": self.part,
            "is_part_b": self.part == Part.B,
            "ways": ways,
            "back_url": self.minutes_url,
            "back_label": "Back to the minutes",
        }
