"""The screen on which minutes are written, item by item, and those that show them as their readers will."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.generic import FormView, View

from ...models import Minutes, MinutesEdition, Part
from ..publishing import items_to_minute, working_edition
from ..reading import recording_of
from ..views import address_of, lines_to_read
from .base import MinutesScreen
from .forms import MinutesForm


class MinutesView(MinutesScreen, FormView):
    """Writes the minutes of one part; what is saved is nobody else’s before it is published."""

    form_class = MinutesForm
    template_name = "meetings/minutes/screens/minutes.html"

    def get_page_title(self):
        return "Minutes of Part B" if self.part == Part.B else "Minutes"

    def get_page_subtitle(self):
        return f"{self.get_page_title()}: {self.meeting.title}"

    def get_form_kwargs(self):
        lines = items_to_minute(self.meeting, self.part)
        return {**super().get_form_kwargs(), "instance": self.minutes, "lines": lines}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        other = Part.B if self.part == Part.A else Part.A
        shows_other = other == Part.A or self.with_part_b
        return {
            **context,
            **self.standing(),
            "editions": list(self.minutes.editions.select_related("published_by")) if self.minutes.pk else [],
            "public_url": address_of(self.minutes) if self.minutes.is_published and self.meeting.live else "",
            "other_url": reverse("meeting_minutes:minutes", args=[self.meeting.pk, other])
            if shows_other
            else "",
        }

    def form_valid(self, form):
        with transaction.atomic():
            # Whoever saves at the same moment waits here, and is told.
            current = Minutes.objects.select_for_update().filter(pk=self.minutes.pk or 0).first()
            if current and current.saved_at != self.minutes.saved_at:
                form.add_error(None, "Somebody saved these minutes at the same moment. Please save again.")
                return self.form_invalid(form)
            form.keep(self.now)
        if "preview" in self.request.POST:
            return redirect(self.at("preview"))
        messages.success(self.request, "Saved. Readers get it once you publish it.")
        return redirect(self.minutes_url)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was saved. Please see what is said beside the fields.")
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class ReadersView(MinutesScreen, View):
    """An edition as its readers have it, on a screen of its keepers."""

    def get(self, request, *args, **kwargs):
        self.check()
        edition = self.edition(**kwargs)
        context = {
            "page": self.meeting,
            "meeting": self.meeting,
            "minutes": self.saved_minutes,
            "edition": edition,
            "lines": lines_to_read(edition, recording_of(self.meeting, self.now)),
            "is_newest": True,
            "is_part_b": self.part == Part.B,
            "is_preview": True,
        }
        response = TemplateResponse(request, "meetings/minutes/minutes.html", context)
        patch_cache_control(response, private=True, no_store=True)
        return response


class PreviewView(ReadersView):
    """What is saved, as readers will have it."""

    http_method_names = ["get", "head"]

    def edition(self, **kwargs) -> MinutesEdition:
        """The edition that is to be."""
        return working_edition(self.saved_minutes)


class EditionView(ReadersView):
    """An edition that was published, even one that was taken back since."""

    http_method_names = ["get", "head"]

    def edition(self, number, **kwargs) -> MinutesEdition:
        """The edition of a number. Raises Http404 where there is none."""
        edition = self.saved_minutes.editions.filter(number=number).first()
        if edition is None:
            raise Http404("There is no such edition.")
        return edition
