"""The screen on which an earlier version is put out of the public's reach."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import EditView, IndexView

from partnership.kept_records import ArrivedRecordViewSet

from ..models import Edition


class HideForm(WagtailAdminModelForm):
    """Asks what the public is told."""

    class Meta:
        model = Edition
        fields = ["hidden_reason"]


class EditionListView(IndexView):
    """Versions that were replaced."""

    default_ordering = "-live_until"

    def get_base_queryset(self):
        return Edition.objects.filter(live_until__isnull=False).select_related("publication")


class HideView(EditView):
    """Hides an earlier version at once."""

    page_title = "Hide an earlier version"
    submit_button_label = "Hide it now"
    submit_button_active_label = "Hiding it…"
    success_message = "%(object)s: it is out of reach."
    error_message = "Nothing was hidden. Please see what is said beside the field."

    def get_success_buttons(self):
        return []

    def save_instance(self):
        if not self.request.user.has_perm("documents.take_down_document"):
            raise PermissionDenied
        edition = self.form.save(commit=False)
        edition.hidden_at = edition.hidden_at or timezone.now()
        edition.hidden_by = edition.hidden_by or self.request.user
        edition.save()
        return edition


def standing(edition: Edition) -> str:
    """Whether the public may read it, in words."""
    return "Hidden" if edition.hidden_at else "Readable"


class EditionViewSet(ArrivedRecordViewSet):
    """Earlier versions of publications: hidden where they must be, never changed or deleted."""

    model = Edition
    name = "earlier_versions"
    url_prefix = "earlier-versions"
    icon = "history"
    menu_label = "Earlier versions"
    menu_order = 395
    add_to_admin_menu = True
    index_view_class = EditionListView
    edit_view_class = HideView
    search_fields = ["publication__title"]
    list_display = [
        TitleColumn("publication", label="Publication", url_name="earlier_versions:edit"),
        Column("number", label="Version", sort_key="number"),
        Column("live_from", label="From", sort_key="live_from"),
        Column("live_until", label="Until", sort_key="live_until"),
        Column("standing", label="For the public", accessor=standing),
    ]

    def get_form_class(self, for_update=False):
        return HideForm
