"""How far the reading of files has come, for those who look after them."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.permissions import policy_registry

from ..models import CustomDocument, Reading
from .keeping import ask
from .tasks import read_version


class ReadingFilterSet(WagtailFilterSet):
    """Narrows the list by how a reading stands."""

    state = ChoiceFilter(choices=Reading.State.choices, label="State")

    class Meta:
        model = Reading
        fields = ["state"]


class ReadingsView(PermissionCheckedMixin, BaseListingView):
    """The newest version of each file that somebody looks after, and whether its text could be taken."""

    model = Reading
    any_permission_required = {"add", "change"}
    verbose_name = "text of a file"
    verbose_name_plural = "texts of files"
    page_title = "Texts of files"
    header_icon = "doc-full"
    index_url_name = "readings"
    index_results_url_name = "readings_results"
    table_class = Table
    filterset_class = ReadingFilterSet
    paginate_by = 50
    columns = [
        TitleColumn("document", label="File", get_url=lambda reading: edit_url(reading)),
        Column("get_state_display", label="Text"),
        Column("problem", label="Why"),
        Column("text_pages", label="Pages of text"),
        Column("asked_at", label="Asked for"),
    ]

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(CustomDocument)

    @cached_property
    def no_results_message(self):
        return "There are no such files."

    def get_base_queryset(self):
        mine = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return Reading.objects.filter(document__in=mine).select_related("document", "version")

    def order_queryset(self, queryset):
        return queryset.order_by("-asked_at")


def edit_url(reading: Reading) -> str:
    """Where the file of a reading is edited."""
    return reverse("wagtaildocs:edit", args=[reading.document_id])


def read_again(request, pk):
    """Have the text of a file taken again, on the wish of who may change the file."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    reading = get_object_or_404(Reading.objects.select_related("version__document"), pk=pk)
    document = reading.version.document
    policy = policy_registry.get_by_type(CustomDocument)
    if document.taken_down_at or not policy.user_has_permission_for_instance(
        request.user, "change", document
    ):
        return permission_denied(request)
    ask(reading.version, timezone.now())
    read_version.enqueue(reading.version_id)
    messages.success(request, f"The text of “{document.title}” will be taken again in a moment.")
    return redirect("wagtaildocs:edit", document.pk)
