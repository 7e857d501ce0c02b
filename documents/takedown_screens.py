"""The screens on which a file is taken down, and on which it is decided afterwards what becomes of it."""

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.documents.widgets import AdminDocumentChooser

from partnership.kept_records import DecideRecordView, EnterRecordView, KeptRecordViewSet

from .models import Takedown
from .takedown import destroy, put_back, take_down

Outcome = Takedown.Outcome


class TakeDownForm(WagtailAdminModelForm):
    """Asks which document, and what the public is told."""

    class Meta:
        model = Takedown
        fields = ["document", "public_reason"]
        widgets = {
            "document": AdminDocumentChooser,
            "public_reason": forms.TextInput,
        }


class TakeDownView(EnterRecordView):
    """Takes a document down at once."""

    page_title = "Take a file down"
    page_subtitle = "Take a file down"
    submit_button_label = "Take it down now"
    submit_button_active_label = "Taking it down…"
    success_message = "%(object)s. Every version is out of reach."
    error_message = "Nothing was taken down. Please see what is said beside the fields."

    def save_instance(self):
        chosen = self.form.cleaned_data
        return take_down(chosen["document"], self.request.user, chosen["public_reason"], timezone.now())


class DecisionForm(WagtailAdminModelForm):
    """Asks what becomes of a file that was taken down, and why."""

    outcome = forms.ChoiceField(
        label="Decision",
        choices=[(Outcome.RESTORED, "Put it back"), (Outcome.DESTROYED, "Destroy it, for good")],
        widget=forms.RadioSelect,
    )
    decision_reason = forms.CharField(label="Reason, for the record", max_length=600, widget=forms.Textarea)

    class Meta:
        model = Takedown
        fields = ["outcome", "decision_reason"]

    def clean_outcome(self):
        outcome = self.cleaned_data["outcome"]
        if outcome == Outcome.DESTROYED and self.for_user == self.instance.taken_down_by:
            raise forms.ValidationError("Somebody else than who took it down must decide to destroy it.")
        return outcome


class DecisionView(DecideRecordView):
    """Shows a takedown, and takes the decision about it."""

    page_title = "Takedown"
    submit_button_label = "Record the decision"
    submit_button_active_label = "Recording…"
    success_message = "%(object)s: the decision is recorded."
    error_message = "No decision was recorded. Please see what is said beside the fields."

    def save_instance(self):
        # The form has already put the decision on its own object; what is decided on is the row as it stands.
        takedown = Takedown.objects.get(pk=self.object.pk)
        decision = destroy if self.form.cleaned_data["outcome"] == Outcome.DESTROYED else put_back
        decision(takedown, self.request.user, self.form.cleaned_data["decision_reason"], timezone.now())
        return takedown


class TakedownViewSet(KeptRecordViewSet):
    """Emergency takedowns: made and decided, never changed or deleted."""

    model = Takedown
    name = "takedowns"
    url_prefix = "takedowns"
    icon = "warning"
    menu_label = "Take a file down"
    menu_order = 390
    add_to_admin_menu = True
    add_view_class = TakeDownView
    edit_view_class = DecisionView
    edit_template_name = "documents/decide_takedown.html"
    search_fields = ["document__title"]
    list_filter = ["outcome"]
    list_display = [
        TitleColumn("document", label="Document", url_name="takedowns:edit"),
        Column("taken_down_at", label="Taken down", sort_key="taken_down_at"),
        Column("taken_down_by", label="By"),
        Column("get_outcome_display", label="Decision", sort_key="outcome"),
    ]

    def get_form_class(self, for_update=False):
        return DecisionForm if for_update else TakeDownForm
