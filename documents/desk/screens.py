"""What the screens of the upload desk have in common, and the smaller ones among them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from partnership.content.keys import is_key
from partnership.content.visibility import Audience

from ..inspection.kinds import NAMES
from ..models import CustomDocument, Upload
from ..register import ever_public
from ..replacing import NOT_YOURS_TO_REPLACE, is_only_for_publishers, only_for_publishers
from .finishing import FinishingForm
from .forms import DestinationForm, UploadForm, WarningForm, collections_to_add_to
from .others import on_other_desks
from .receiving import receive

AT_MOST = 100


class DeskScreen(WagtailAdminTemplateMixin, TemplateView):
    """What every screen of the desk has: it is for those who may add documents."""

    page_title = "Upload review documents"
    header_icon = "upload"

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


class OwnDesk(DeskScreen):
    """Somebody's own desk, with what lies on it."""

    template_name = "documents/desk/desk.html"

    @property
    def uploads(self):
        """What lies on this user's desk."""
        uploads = Upload.objects.on_desk_of(self.request.user)
        return uploads.select_related("replaces").prefetch_related("accepted_warnings")

    def forms_of(self, uploads, data=None, handing_on=False) -> list[UploadForm]:
        """A form for each upload; one that takes the place of what was public asks what has changed."""
        uploads = list(uploads)
        in_the_way = [upload.replaces for upload in uploads if upload.replaces]
        known = ever_public(in_the_way)
        kept = only_for_publishers(in_the_way, self.request.user, Audience(now=self.now))
        return [
            UploadForm(
                data,
                instance=upload,
                replaces_public=bool(upload.replaces) and upload.replaces.public_id in known,
                may_replace=upload.replaces_id not in kept,
                handing_on=handing_on,
            )
            for upload in uploads
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if "forms" not in context:
            context["forms"] = self.forms_of(self.uploads)
        context.setdefault("destination", DestinationForm(user=self.request.user))
        context.setdefault("finishing", FinishingForm())
        context["several"] = WarningForm(prefix="several")
        found = {
            finding.code: finding.says for form in context["forms"] for finding in form.instance.open_warnings
        }
        context["found"] = found.items() if len(context["forms"]) > 1 else []
        context["on_other_desks"] = len(on_other_desks(self.request.user))
        context |= self.in_whose_place()
        context["collections"] = self.collections
        context["accept"] = ",".join(f".{ending}" for ending in NAMES)
        return context

    def replaced(self) -> CustomDocument | None:
        """The document that the uploads are to replace, where one was named and may be changed."""
        key = self.request.POST.get("replaces") or self.request.GET.get("replace")
        if not is_key(key):
            return None
        document = get_object_or_404(CustomDocument, pk=key)
        policy = policy_registry.get_by_type(CustomDocument)
        if not policy.user_has_permission_for_instance(self.request.user, "change", document):
            raise PermissionDenied
        return document

    def in_whose_place(self) -> dict:
        """The document to replace, as the screen shows it; where only a publisher may, files go beside it."""
        document = self.replaced()
        if document and is_only_for_publishers(document, self.request.user, Audience(now=self.now)):
            return {"replaces": None, "not_yours": document, "says_not_yours": NOT_YOURS_TO_REPLACE}
        return {"replaces": document}


class ReceiveView(OwnDesk):
    """Takes in files: one at a time from a script, which is answered as data, or many from a plain form."""

    def get(self, request):
        return redirect("upload_desk:desk")

    def post(self, request):
        files = request.FILES.getlist("files")[:AT_MOST]
        replaces = self.replaced()
        chosen = request.POST.get("collection", "")
        collection = self.collections.filter(pk=chosen).first() if is_key(chosen) else None
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


class OthersView(DeskScreen):
    """What lies on other people's desks, for those who may take it over."""

    page_title = "On other desks"
    template_name = "documents/desk/others.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(uploads=on_other_desks(self.request.user), **kwargs)

    def post(self, request):
        for upload in on_other_desks(request.user):
            if str(upload.pk) == request.POST.get("upload"):
                upload.taken_over_by = request.user
                upload.save(update_fields=["taken_over_by"])
                messages.success(request, f"{upload.filename} is on your desk now.")
                return redirect("upload_desk:desk")
        messages.error(request, "That file is not on another desk any more.")
        return redirect("upload_desk:others")
