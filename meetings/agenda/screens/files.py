"""The screens on which papers come to items: many files dropped at once and matched, or one chosen from the library."""

from pathlib import PurePosixPath

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView, TemplateView

from documents.desk.filing import NotFiledError, file_uploads
from documents.desk.forms import collections_to_add_to
from documents.desk.receiving import receive
from documents.inspection.kinds import NAMES
from documents.inspection.sandbox import NotDoneError
from documents.models import Upload
from partnership.storage import is_disk_full

from ...models import AgendaItem, AgendaPaper, Part
from ..matching import match
from ..reading import flat
from .base import AgendaScreen, ItemScreen, PaperScreen
from .forms import ChoosePaperForm, PaperForm

AT_MOST = 100
NO_ROOM = "There is no room left on the server’s disk. Nothing was attached, and the files are still here."


class FileForm(forms.Form):
    """Asks of one file which item it belongs to, and what its link says."""

    item = forms.ChoiceField(label="Item", required=False)
    title = forms.CharField(label="Title", max_length=160, error_messages={"required": "Give it a title."})

    def __init__(self, *args, upload, lines, wanted="", **kwargs):
        name = str(PurePosixPath(upload.filename).stem)
        self.upload, self.match = upload, match(name, lines) or match(upload.title, lines)
        guess = wanted or (str(self.match.line.item.pk) if self.match else "")
        super().__init__(
            *args, prefix=f"file-{upload.pk}", initial={"item": guess, "title": upload.title[:160]}, **kwargs
        )
        self.fields["item"].choices = [
            ("", "Leave it for later"),
            *((str(line.item.pk), f"{line.number} {line.item.title}"[:90]) for line in lines),
        ]


class FilesView(AgendaScreen, TemplateView):
    """Takes in files, shows to which items they seem to belong, and attaches them once that is confirmed."""

    page_title = "Add papers"
    template_name = "meetings/agenda/files.html"

    @property
    def uploads(self):
        """The files that this keeper has brought in and that are nobody's paper yet."""
        mine = Upload.objects.on_desk_of(self.request.user).filter(replaces=None)
        return mine.prefetch_related("accepted_warnings")

    def file_forms(self, data=None) -> list[FileForm]:
        """A form for each file."""
        lines = list(flat(self.lines()))
        wanted = self.request.GET.get("item", "")
        return [
            FileForm(data, upload=upload, lines=lines, wanted=wanted)
            for upload in self.uploads
            if data is None or f"file-{upload.pk}-title" in data
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.setdefault("forms", self.file_forms())
        own = {"accept": ",".join(f".{ending}" for ending in NAMES), "desk_url": reverse("upload_desk:desk")}
        return {"refused": [], **context, **own}

    def post(self, request, *args, **kwargs):
        if "files" in request.FILES:
            return self.bring_in(request.FILES.getlist("files")[:AT_MOST])
        file_forms = self.file_forms(request.POST)
        # Each is asked, so that each says what is wrong with it.
        valid = [form.is_valid() for form in file_forms]
        if not all(valid):
            messages.error(request, "Nothing was attached. Please see what is said beside the fields.")
            return self.render_to_response(self.get_context_data(forms=file_forms))
        return self.attach([form for form in file_forms if form.cleaned_data["item"]], file_forms)

    def bring_in(self, files):
        """Inspect files and keep them for this keeper alone."""
        collection = collections_to_add_to(self.request.user).first()
        if collection is None:
            raise PermissionDenied
        received = receive(files, self.request.user, self.now, collection)
        refused = [one for one in received if not one.is_on_desk]
        return self.render_to_response(self.get_context_data(refused=refused))

    def attach(self, chosen: list[FileForm], file_forms: list[FileForm]):
        """Make papers of the files whose item was confirmed: all of them, or none."""
        items = {str(item.pk): item for item in self.items}
        ready = [form for form in chosen if form.upload.state == Upload.State.ON_DESK]
        if not ready:
            messages.error(self.request, "Choose the item of at least one file that is ready.")
            return self.render_to_response(self.get_context_data(forms=file_forms))
        for form in ready:
            form.upload.title = form.cleaned_data["title"]
        placed = {form.upload.pk: items[form.cleaned_data["item"]] for form in ready}
        private = frozenset(key for key, item in placed.items() if item.is_private)
        uploads = [form.upload for form in ready]
        try:
            file_uploads(
                uploads,
                self.request.user,
                self.now,
                lambda documents: self.make_papers(documents, placed),
                private=private,
            )
        except NotDoneError as broken:
            return self.not_attached(str(broken.finding), file_forms)
        except NotFiledError as refusal:
            return self.not_attached(str(refusal), file_forms)
        except OSError as error:
            if not is_disk_full(error):
                raise
            return self.not_attached(NO_ROOM, file_forms)
        number = f"{len(ready)} paper{'' if len(ready) == 1 else 's'}"
        messages.success(self.request, f"{number} attached. Nobody sees them before you publish them.")
        return redirect(self.agenda_url)

    def not_attached(self, why: str, file_forms):
        """The screen again, with the reason."""
        messages.error(self.request, why)
        return self.render_to_response(self.get_context_data(forms=file_forms))

    def make_papers(self, documents, placed: dict[int, AgendaItem]) -> None:
        """Make each document a paper of its item, after those that are there."""
        for document in documents:
            item = placed[document.versions.get().upload.pk]
            AgendaPaper.objects.create(item=item, document=document, place=next_place(item))


def next_place(item: AgendaItem) -> int:
    """The place after an item's last paper."""
    last = item.papers.order_by("-place").first()
    return last.place + 1 if last else 0


class ChoosePaperView(ItemScreen, FormView):
    """Takes a paper from the library, for an item in public."""

    form_class = ChoosePaperForm
    template_name = "meetings/agenda/form.html"

    def get_page_title(self):
        return f"Choose a paper for “{self.item.title}”"

    def get_form_kwargs(self):
        if self.item.part == Part.B:
            raise PermissionDenied("What is in the library is not private.")
        paper = AgendaPaper(item=self.item, place=next_place(self.item))
        return {**super().get_form_kwargs(), "instance": paper}

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": "Add the paper", "submit_button_active_label": "Adding…"}
        return super().get_context_data(**kwargs) | labels

    def form_valid(self, form):
        form.save()
        messages.success(self.request, "Added. Nobody sees it before you publish it.")
        return redirect(self.agenda_url)


class EditPaperView(PaperScreen, FormView):
    """Changes what the link to a paper says."""

    form_class = PaperForm
    template_name = "meetings/agenda/form.html"

    def get_page_title(self):
        return f"Paper: {self.paper.name}"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.paper}

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": "Save", "submit_button_active_label": "Saving…"}
        return super().get_context_data(**kwargs) | labels | {"paper": self.paper}

    def form_valid(self, form):
        form.save()
        messages.success(self.request, "Saved.")
        return redirect(self.agenda_url)


class DeletePaperView(PaperScreen, TemplateView):
    """Takes away a paper that nobody has been given; a private file goes with it."""

    template_name = "meetings/agenda/delete.html"

    def get_page_title(self):
        return f"Take away “{self.paper.name}”"

    def post(self, request, *args, **kwargs):
        if self.paper.published_at:
            messages.error(request, "It was published, so it stays.")
            return redirect(self.agenda_url)
        with transaction.atomic():
            self.paper.delete()
        messages.success(request, "The paper is taken away.")
        return redirect(self.agenda_url)
