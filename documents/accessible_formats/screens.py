"""The screens on which requests for formats are found and answered."""

from django import forms
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from partnership.home.admin.check_panels import MOST_SHOWN, CheckPanel
from partnership.kept_records import ArrivedRecordViewSet

from ..models import CustomDocument, FormatRequest, PublicationFile
from ..readiness import problem_with
from .replying import add_to_publication, reply

SAME_WORD = set(PublicationFile.Format.values)


class FormatRequestFilterSet(WagtailFilterSet):
    """Narrows the list by how a request stands, and by the format."""

    state = ChoiceFilter(
        choices=[("open", "Open"), ("overdue", "Overdue"), ("closed", "Closed")],
        method="by_state",
        label="State",
    )

    class Meta:
        model = FormatRequest
        fields = ["state", "wanted"]

    def by_state(self, requests, name, value):
        """Those that stand like this today."""
        if value == "overdue":
            return requests.overdue(timezone.localdate())
        return requests.open() if value == "open" else requests.closed()


class ReplyForm(WagtailAdminModelForm):
    """An answer to a request, perhaps with the new file."""

    text = forms.CharField(
        label="Your answer",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Goes out by e-mail as you write it. Where only a telephone number or a postal address was given, "
        "ring or write, and note here what you said.",
    )
    new_file = forms.ModelChoiceField(
        CustomDocument.objects.none(),
        required=False,
        widget=AdminDocumentChooser,
        label="The file in the new format",
        help_text="Sent with your answer. Upload it first, or from here.",
    )
    add_to_page = forms.BooleanField(
        required=False,
        initial=True,
        label="Put the file on the publication too, for the next reader",
        help_text="For a braille or large print file made for one person, untick this.",
    )
    file_format = forms.ChoiceField(choices=PublicationFile.Format.choices, label="Format on the publication")
    closes = forms.BooleanField(
        required=False,
        initial=True,
        label="This closes the request",
        help_text="Untick it where the file comes later, and say until when.",
    )

    class Meta:
        model = FormatRequest
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # It is sent to whoever asked, so nobody sends a file that they could not choose in the library.
        policy = policy_registry.get_by_type(CustomDocument)
        library = policy.instances_user_has_any_permission_for(self.for_user, ["choose", "change"])
        self.fields["new_file"].queryset = library.filter(taken_down_at=None)
        wanted = self.instance.wanted
        self.fields["file_format"].initial = (
            wanted if wanted in SAME_WORD else PublicationFile.Format.ACCESSIBLE
        )
        if not self.instance.publication_id:
            del self.fields["add_to_page"], self.fields["file_format"]

    def clean_new_file(self):
        """The file, once nothing that the inspection found stands against giving it away."""
        document = self.cleaned_data["new_file"]
        if document and (problem := problem_with([document])):
            raise forms.ValidationError(problem)
        return document


class CaseView(EditView):
    """One request: who asks for what by when, what was answered, and the answer to give."""

    submit_button_label = "Send the answer"
    submit_button_active_label = "Sending…"
    success_message = "%(object)s: the answer is recorded."
    error_message = "Nothing was sent. Please see what is said beside the fields."

    def get_page_subtitle(self):
        return self.object.reference

    def get_success_buttons(self):
        return []

    def get_context_data(self, **kwargs):
        replies = self.object.replies.select_related("document", "written_by")
        return {**super().get_context_data(**kwargs), "replies": replies, "today": timezone.localdate()}

    def save_instance(self):
        made, given, user = self.object, self.form.cleaned_data, self.request.user
        reply(made, given["text"], given["new_file"], given["closes"], user, timezone.now())
        if given["new_file"] and given.get("add_to_page"):
            told = add_to_publication(made, given["new_file"], given["file_format"], user)
            messages.info(self.request, told)
        return made


class RequestsView(IndexView):
    """The requests, those to be answered soonest first."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("document").annotate(answers=Count("replies"))


class StateColumn(StatusTagColumn):
    """How a request stands; an overdue one in the colour of what needs doing."""

    def get_primary(self, instance):
        return instance.state == "Overdue"


class FormatRequestViewSet(ArrivedRecordViewSet):
    """Requests for accessible formats: found and answered, never made or deleted here."""

    model = FormatRequest
    name = "format_requests"
    url_prefix = "format-requests"
    icon = "mail"
    menu_label = "Format requests"
    menu_order = 130
    add_to_admin_menu = True
    index_view_class = RequestsView
    edit_view_class = CaseView
    edit_template_name = "documents/formats/case.html"
    filterset_class = FormatRequestFilterSet
    search_fields = ["reference", "document__title"]
    list_per_page = 50
    list_display = [
        TitleColumn("reference", label="Reference", url_name="format_requests:edit"),
        Column("document", label="File"),
        Column("get_wanted_display", label="Format"),
        Column("asked_at", label="Asked", sort_key="asked_at"),
        Column("promised_on", label="Answer promised by", sort_key="promised_on"),
        StateColumn("state", label="State"),
    ]

    def get_form_class(self, for_update=False):
        return ReplyForm


class FormatRequestsPanel(CheckPanel):
    """Requests for formats that are still to be answered, on the first screen of those who answer them."""

    name = "format-requests"
    order = 150
    heading = "Requests for accessible formats"
    explanation = "Somebody cannot use a file as it is. Each was promised an answer by the day beside it."

    def due(self, user, today):
        if not user.has_perm("documents.change_formatrequest"):
            return 0, []
        waiting = FormatRequest.objects.open().select_related("document")
        shown = [
            (f"{'Overdue: ' if made.is_overdue(today) else ''}{made}", case_url(made), made.promised_on)
            for made in waiting[:MOST_SHOWN]
        ]
        return waiting.count(), shown

    def all_url(self):
        return reverse("format_requests:index")


def case_url(made: FormatRequest) -> str:
    """The screen on which a request is answered."""
    return reverse("format_requests:edit", args=[made.pk])
