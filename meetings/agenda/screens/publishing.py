"""The screens on which an agenda and its papers are published, and on which what was private is released."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.views.generic import FormView

from ...models import PublicNotice
from ..lateness import papers_are_late
from ..publishing import (
    obstacle_to_publishing,
    publish_agenda,
    publish_papers,
    release_item,
    release_paper,
    unpublished_papers,
)
from .base import AgendaScreen, ItemScreen, PaperScreen
from .forms import PublishPapersForm, ReasonForm


class ActionScreen(FormView):
    """Asks once more, and does it."""

    form_class = ReasonForm
    template_name = "meetings/agenda/form.html"
    submit_label = ""
    doing_label = "Publishing…"

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": self.submit_label, "submit_button_active_label": self.doing_label}
        return super().get_context_data(**kwargs) | labels | {"about": self.about()}

    def about(self) -> str:
        """What will happen, in a sentence."""
        return ""


class PublishAgendaView(ActionScreen, AgendaScreen):
    """Publishes what is new on the agenda."""

    page_title = "Publish the agenda"
    submit_label = "Publish the agenda"

    @property
    def is_first(self) -> bool:
        """Whether no agenda of this meeting was published before."""
        return not self.meeting.public_notices.filter(kind=PublicNotice.Kind.AGENDA).exists()

    def get_form_kwargs(self):
        label = "What is new, and why" if not self.is_first else "Why it comes when it does, if it is late"
        return {**super().get_form_kwargs(), "label": label, "required": not self.is_first}

    def about(self):
        return (
            "Everybody can read Part A from now on. Of Part B the public reads that there are private items, and why. "
            "When it became public is recorded for ever."
        )

    def form_valid(self, form):
        obstacle = obstacle_to_publishing(self.meeting, self.with_part_b, self.now)
        if obstacle:
            form.add_error(None, obstacle)
            messages.error(self.request, "Nothing was published.")
            return self.render_to_response(self.get_context_data(form=form), status=400)
        number = publish_agenda(self.meeting, self.with_part_b, self.now, form.cleaned_data["reason"])
        messages.success(self.request, f"Published: {number} item{'' if number == 1 else 's'}.")
        return redirect(self.agenda_url)


class PublishPapersView(ActionScreen, AgendaScreen):
    """Publishes papers: those of Part A to everybody, those of Part B to the committee."""

    page_title = "Publish papers"
    submit_label = "Publish the papers that are ticked"
    form_class = PublishPapersForm

    def get_form_kwargs(self):
        papers = [p for p in unpublished_papers(self.meeting, self.with_part_b) if not p.held_back]
        own = {
            "papers": papers,
            "numbers": self.numbers(),
            "is_late": papers_are_late(self.meeting, self.now),
        }
        return {**super().get_form_kwargs(), **own}

    def about(self):
        late = papers_are_late(self.meeting, self.now)
        said = "Papers of Part A become public; those of Part B are put before the committee only. "
        return (
            said + ("They come late now, so say of each why. " if late else "") + "When is recorded for ever."
        )

    def form_valid(self, form):
        publish_papers(self.meeting, form.chosen, self.now)
        number = len(form.chosen)
        messages.success(self.request, f"Published: {number} paper{'' if number == 1 else 's'}.")
        return redirect(self.agenda_url)


class ReleaseItemView(ActionScreen, ItemScreen):
    """Makes a private item public."""

    submit_label = "Make it public"

    def get_page_title(self):
        return f"Release “{self.item.title}”"

    def about(self):
        return (
            "Everybody will read its title, what was asked, the outcome and what was decided. Its papers are released "
            "one by one."
        )

    def form_valid(self, form):
        if not self.item.is_private or not self.item.published_at:
            raise PermissionDenied
        release_item(self.item, form.cleaned_data["reason"], self.now)
        messages.success(self.request, "The item is public.")
        return redirect(self.agenda_url)


class ReleasePaperView(ActionScreen, PaperScreen):
    """Makes a private paper public."""

    submit_label = "Make it public"

    def get_page_title(self):
        return f"Release “{self.paper.name}”"

    def about(self):
        return "Everybody will be able to open the file, under its item on the meeting’s page."

    def form_valid(self, form):
        if not self.paper.is_private or not self.paper.item.published_at:
            raise PermissionDenied
        release_paper(self.paper, form.cleaned_data["reason"], self.now)
        messages.success(self.request, "The paper is public.")
        return redirect(self.agenda_url)
