"""The screen of the upload desk."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from partnership.content.readiness import in_words
from partnership.storage import is_disk_full

from ..arrivals import NO_ROOM
from ..inspection.kinds import NAMES
from ..inspection.sandbox import NotDoneError
from ..models import CustomDocument, Upload
from ..register import ever_public
from ..warnings import accept
from .filing import NotFiledError, file_uploads
from .forms import DestinationForm, UploadForm, WarningForm, collections_to_add_to
from .handing_on import add_to, start, submit
from .receiving import receive

AT_MOST = 100


class DeskScreen(WagtailAdminTemplateMixin, TemplateView):
    """What every screen of the desk has: it is for those who may add documents."""

    page_title = "Upload review documents"
    header_icon = "upload"
    template_name = "documents/desk/desk.html"

    def dispatch(self, request, *args, **kwargs):
        self.now = timezone.now()
        self.collections = collections_to_add_to(request.user)
        if not self.collections.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtaildocs:index"), "label": "Documents"},
            {"url": "", "label": self.page_title},
        ]

    @property
    def uploads(self):
        """What lies on this user's desk."""
        uploads = Upload.objects.on_desk_of(self.request.user)
        return uploads.select_related("replaces").prefetch_related("accepted_warnings")

    def forms_of(self, uploads, data=None, handing_on=False) -> list[UploadForm]:
        """A form for each upload; one that takes the place of what was public asks what has changed."""
        uploads = list(uploads)
        known = ever_public([upload.replaces for upload in uploads if upload.replaces])
        return [
            UploadForm(
                data,
                instance=upload,
                replaces_public=bool(upload.replaces) and upload.replaces.public_id in known,
                handing_on=handing_on,
            )
            for upload in uploads
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if "forms" not in context:
            context["forms"] = self.forms_of(self.uploads)
        context.setdefault("destination", DestinationForm(user=self.request.user))
        context["several"] = WarningForm(prefix="several")
        found = {
            finding.code: finding.says for form in context["forms"] for finding in form.instance.open_warnings
        }
        context["found"] = found.items() if len(context["forms"]) > 1 else []
        context["replaces"] = self.replaced()
        context["collections"] = self.collections
        context["accept"] = ",".join(f".{ending}" for ending in NAMES)
        return context

    def replaced(self) -> CustomDocument | None:
        """The document that the uploads are to replace, where one was named and may be changed."""
        key = self.request.POST.get("replaces") or self.request.GET.get("replace")
        if not key or not key.isdecimal():
            return None
        document = get_object_or_404(CustomDocument, pk=key)
        policy = policy_registry.get_by_type(CustomDocument)
        if not policy.user_has_permission_for_instance(self.request.user, "change", document):
            raise PermissionDenied
        return document


class ReceiveView(DeskScreen):
    """Takes in files: one at a time from a script, which is answered as data, or many from a plain form."""

    def get(self, request):
        return redirect("upload_desk:desk")

    def post(self, request):
        files = request.FILES.getlist("files")[:AT_MOST]
        replaces = self.replaced()
        chosen = request.POST.get("collection", "")
        collection = self.collections.filter(pk=chosen).first() if chosen.isdecimal() else None
        received = receive(
            files[:1] if replaces else files,
            request.user,
            self.now,
            collection or self.collections.first(),
            replaces,
        )
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return JsonResponse({"files": [self.as_data(one) for one in received]})
        if not files:
            messages.error(request, "Choose a file first.")
        refused = [one for one in received if not one.is_on_desk]
        return self.render_to_response(self.get_context_data(refused=refused))

    def as_data(self, one) -> dict:
        """What became of a file, for the script: in a sentence, and as the piece of the screen that shows it."""
        if one.is_on_desk:
            (form,), name = self.forms_of([one.upload]), "documents/desk/upload.html"
            html = render_to_string(name, {"form": form, "upload": one.upload}, request=self.request)
        else:
            html = render_to_string("documents/desk/refused.html", {"one": one}, request=self.request)
        return {"name": one.filename, "on_desk": one.is_on_desk, "says": one.in_a_word, "html": html}


class DeskView(DeskScreen):
    """The desk: bring files in, look at each, hand them on."""

    def post(self, request):
        self.do = request.POST.get("do", "save")
        self.forms = self.forms_of(self.sent(), request.POST, handing_on=self.do in ("file", "submit"))
        self.destination = DestinationForm(
            request.POST if self.do in ("file", "submit") else None, user=request.user
        )
        if self.do.startswith("discard-"):
            return self.discard(self.do.removeprefix("discard-"))
        valid = [form.is_valid() for form in self.forms]
        if not all(valid) or (self.destination.is_bound and not self.destination.is_valid()):
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
        return self.render_to_response(self.get_context_data(forms=self.forms, destination=self.destination))

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
        handed = {}
        try:
            documents = file_uploads(
                uploads,
                self.request.user,
                self.now,
                lambda new: handed.update(page=self.into_publication(new)),
            )
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

    def into_publication(self, documents):
        """The draft that carries the documents now; None where they stay in the library."""
        chosen = self.destination.cleaned_data
        user = self.request.user
        if not documents or chosen["destination"] == DestinationForm.LIBRARY:
            return None
        if chosen["destination"] == DestinationForm.EXISTING:
            (page,) = (
                page for page in self.destination.publications if str(page.pk) == chosen["publication"]
            )
            if not page.permissions_for_user(user).can_edit():
                raise NotFiledError(
                    f"“{page.title}” is with its approvers now, or locked. Ask them to send it back."
                )
            return add_to(page, documents, user)
        return start(
            self.destination.place, chosen["title"], chosen["kind"], chosen["organisation"], documents, user
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
