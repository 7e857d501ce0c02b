"""The screen of the upload desk on which files are looked at and handed on."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from partnership.content.readiness import in_words
from partnership.storage import is_disk_full

from ..arrivals import NO_ROOM
from ..inspection.sandbox import NotDoneError
from ..models import Upload
from ..warnings import accept
from .filing import NotFiledError, file_uploads
from .finishing import FinishingForm
from .forms import DestinationForm, WarningForm
from .handing_on import NotReadyError, add_to, refuse_unready, start, submit
from .screens import OwnDesk

NOT_YET = "Nothing is submitted yet, and what you typed is kept. Please see what is said beside the fields."
UNDECIDED = "Accept it with a reason, or remove the file and bring in a corrected one: it stands in the way."


class DeskView(OwnDesk):
    """The desk: bring files in, look at each, hand them on."""

    def post(self, request):
        self.do = request.POST.get("do", "save")
        self.forms = self.forms_of(self.sent(), request.POST, handing_on=self.do in ("file", "submit"))
        self.destination = DestinationForm(
            request.POST if self.do in ("file", "submit") else None, user=request.user
        )
        self.finishing = FinishingForm(request.POST)
        if self.do.startswith("discard-"):
            return self.discard(self.do.removeprefix("discard-"))
        valid = [form.is_valid() for form in self.forms]
        if self.destination.is_bound:
            valid += [self.destination.is_valid(), self.finishing.is_valid()]
        if not all(valid):
            messages.error(request, "Nothing was handed on. Please see what is said beside the fields.")
            return self.again()
        self.save()
        if self.do == "accept":
            return self.accept_several()
        if self.do in ("file", "submit"):
            return self.hand_on()
        messages.success(request, "Saved. The files stay on your desk until you hand them on.")
        return redirect("upload_desk:desk")

    def sent(self):
        """The uploads that the screen showed; others may have come in meanwhile."""
        return [upload for upload in self.uploads if f"file-{upload.pk}-title" in self.request.POST]

    def again(self):
        """The screen with what was typed, and what is wrong with it."""
        return self.render_to_response(
            self.get_context_data(forms=self.forms, destination=self.destination, finishing=self.finishing)
        )

    @transaction.atomic
    def save(self):
        """Keep titles, languages and the reasons given."""
        for form in self.forms:
            form.save()
            accept(form.instance, form.warnings.reasons, self.request.user, self.now)

    def discard(self, key: str):
        """Take an upload off the desk, for good; what was typed about the others is kept."""
        for form in self.forms:
            if str(form.instance.pk) == key:
                name = form.instance.filename
                form.instance.delete()
                messages.success(self.request, f"{name} was removed from your desk.")
            elif form.is_valid():
                form.save()
        return redirect("upload_desk:desk")

    def used(self) -> list[Upload]:
        """The uploads that are ticked and may leave the desk, as they were saved."""
        ticked = [form.instance.pk for form in self.forms if form.cleaned_data["use"]]
        return list(self.uploads.filter(pk__in=ticked, state=Upload.State.ON_DESK))

    def accept_several(self):
        """Accept one kind of warning in every ticked file."""
        form = WarningForm(self.request.POST, prefix="several")
        code = self.request.POST.get("several-code", "")
        if not form.is_valid() or not form.accepted:
            said = [error for errors in form.errors.values() for error in errors] if form.errors else []
            messages.error(self.request, " ".join(said) or "Choose a reason.")
            return redirect("upload_desk:desk")
        with transaction.atomic():
            for upload in self.used():
                accept(upload, {code: form.accepted}, self.request.user, self.now)
        messages.success(self.request, "Accepted, with your reason, in every file that was ticked.")
        return redirect("upload_desk:desk")

    def hand_on(self):
        """Put the ticked files into the library, and into the publication that was chosen."""
        uploads = self.used()
        if not uploads:
            messages.error(self.request, "Tick the files that you want to hand on.")
            return self.again()
        if self.do == "submit" and self.say_what_is_undecided():
            messages.error(self.request, NOT_YET)
            return self.again()
        handed = {}
        try:
            documents = file_uploads(
                uploads,
                self.request.user,
                self.now,
                lambda new: handed.update(page=self.into_publication(new)),
            )
        except NotReadyError as refusal:
            messages.error(self.request, NOT_YET)
            self.say_what_is_lacking(refusal)
            return self.again()
        except NotDoneError as broken:
            messages.error(self.request, str(broken.finding))
            return self.again()
        except NotFiledError as refusal:
            messages.error(self.request, str(refusal))
            return self.again()
        except OSError as error:
            if not is_disk_full(error):
                raise
            messages.error(self.request, " ".join(NO_ROOM))
            return self.again()
        return self.afterwards(documents, handed["page"])

    def say_what_is_undecided(self) -> bool:
        """Say beside each open warning of a file to be submitted that it stands in the way; whether any does."""
        undecided = [
            warning
            for form in self.forms
            if form.cleaned_data["use"] and not form.instance.replaces
            for warning in form.warnings.forms
            if not warning.accepted
        ]
        if self.destination.is_for_library:
            return False
        for warning in undecided:
            warning.add_error("reason", UNDECIDED)
        return bool(undecided)

    def say_what_is_lacking(self, refusal: NotReadyError) -> None:
        """Say what a draft lacks beside the fields that ask for it; those that nobody was asked are offered now."""
        elsewhere = self.destination.say(refusal.problems)
        self.finishing = FinishingForm.asking(self.request.POST, refusal, elsewhere)
        self.finishing.page = None if self.destination.is_for_new else refusal.draft.pk

    def into_publication(self, documents):
        """The draft that carries the documents now; None where they stay in the library.

        Raises NotReadyError where it is to be submitted and lacks what the public needs.
        """
        if not documents or self.destination.is_for_library:
            return None
        draft = self.draft_with(documents)
        if self.do == "submit":
            refuse_unready(draft)
        return draft

    def draft_with(self, documents):
        """The draft of the publication that was chosen, or of a new one, with the documents."""
        chosen, given = self.destination.cleaned_data, self.finishing.given
        user = self.request.user
        if not self.destination.is_for_new:
            (page,) = (
                page for page in self.destination.publications if str(page.pk) == chosen["publication"]
            )
            if not page.permissions_for_user(user).can_edit():
                raise NotFiledError(
                    f"“{page.title}” is with its approvers now, or locked. Ask them to send it back."
                )
            return add_to(page, documents, user, given)
        return start(
            self.destination.place,
            chosen["title"],
            chosen["kind"],
            chosen["organisation"],
            documents,
            user,
            given,
        )

    def afterwards(self, documents, page):
        """Where the officer goes next, and what they are told."""
        count = f"{len(documents)} file{'' if len(documents) == 1 else 's'}"
        if page is None:
            messages.success(self.request, f"{count} put into the library.")
            return redirect("upload_desk:desk")
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        problems = submit(page, self.request.user) if self.do == "submit" else {}
        if problems:
            messages.warning(
                self.request,
                f"{count} added to “{page.title}”, and saved as a draft. It is not submitted yet. {in_words(problems)}",
            )
            return redirect(edit)
        if self.do == "submit":
            told = format_html(
                "{} added to “<a href='{}'>{}</a>”, and submitted for publication.", count, edit, page.title
            )
            messages.success(self.request, told)
            return redirect("upload_desk:desk")
        messages.success(self.request, f"{count} added to “{page.title}”, and saved as a draft.")
        return redirect(edit)
