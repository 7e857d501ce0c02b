"""What followers' letters look like, for those who may see how many followers there are."""

from django.http import Http404, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Subscription
from .samples import samples


class LettersView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Each kind of letter, in plain text and in HTML."""

    permission_policy = ModelPermissionPolicy(Subscription)
    any_permission_required = {"view"}
    template_name = "alerts/admin/letters.html"
    page_title = "E-mails to followers"
    header_icon = "mail"
    _show_breadcrumbs = True
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("alerts_followers"), "label": "E-mail alerts"},
        {"url": "", "label": page_title},
    ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(samples=samples(timezone.now()), **kwargs)


class LetterHtmlView(PermissionCheckedMixin, View):
    """The HTML of one kind of letter by itself, as a mail programme shows it."""

    permission_policy = LettersView.permission_policy
    any_permission_required = LettersView.any_permission_required

    def get(self, request, slug):
        found = next((sample for sample in samples(timezone.now()) if sample.slug == slug), None)
        if found is None:
            raise Http404
        return HttpResponse(found.html)
