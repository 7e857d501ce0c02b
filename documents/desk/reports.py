"""The screen with the inspection's report on a document of the library, where its warnings are accepted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from ..models import CustomDocument, Upload
from ..warnings import accept
from .forms import WarningForms


class ReportView(WagtailAdminTemplateMixin, TemplateView):
    """What was found in each version, what was mended, and who accepted which warning."""

    page_title = "Inspection report"
    header_icon = "clipboard-list"
    template_name = "documents/desk/report.html"

    def dispatch(self, request, *args, pk, **kwargs):
        self.document = get_object_or_404(CustomDocument, pk=pk)
        policy = policy_registry.get_by_type(CustomDocument)
        if not policy.user_has_permission_for_instance(request.user, "change", self.document):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return f"{self.page_title}: {self.document.title}"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtaildocs:index"), "label": "Documents"},
            {"url": reverse("wagtaildocs:edit", args=[self.document.pk]), "label": self.document.title},
            {"url": "", "label": self.page_title},
        ]

    @property
    def newest(self) -> Upload | None:
        """The upload that the newest version was made of; None where it came in without one."""
        newest = self.document.versions.first()
        return Upload.objects.filter(version=newest).first() if newest else None

    def get_context_data(self, **kwargs):
        versions = self.document.versions.select_related("upload", "uploaded_by")
        versions = versions.prefetch_related("upload__accepted_warnings__accepted_by")
        kwargs.setdefault("open_warnings", WarningForms(self.newest, "accept") if self.newest else None)
        return super().get_context_data(document=self.document, versions=versions, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.newest is None:
            return redirect("upload_desk:report", self.document.pk)
        filled = WarningForms(self.newest, "accept", request.POST)
        if not filled.is_valid():
            return self.render_to_response(self.get_context_data(open_warnings=filled))
        accept(self.newest, filled.reasons, request.user, timezone.now())
        messages.success(request, "Your reasons are recorded.")
        return redirect("upload_desk:report", self.document.pk)
