"""The screens on which questions from the public are found and dealt with."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import Truncator
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import EditView, IndexView

from partnership.kept_records import ArrivedRecordViewSet

from ..models import MeetingPage, Question
from ..models.questions import QuestionState
from .case_form import CaseForm
from .permissions import questions_of
from .triage import decide


def meetings_asked(request):
    """The meetings for which there are questions that this person deals with."""
    keys = questions_of(request.user).values("meeting")
    return MeetingPage.objects.filter(pk__in=keys).defer("body").order_by("-starts_at")


class QuestionFilterSet(WagtailFilterSet):
    """Narrows the list by how a question stands, and by the meeting."""

    state = ChoiceFilter(
        choices=[("open", "Still open"), *QuestionState.choices], method="by_state", label="State"
    )
    meeting = ModelChoiceFilter(queryset=meetings_asked, label="Meeting")

    class Meta:
        model = Question
        fields = ["state", "meeting"]

    def by_state(self, questions, name, value):
        """Those that stand like this."""
        return questions.open() if value == "open" else questions.filter(state=value)


class QuestionsView(IndexView):
    """The questions that somebody deals with, those first where somebody may be at risk."""

    page_title = "Questions from the public"
    default_ordering = ["urgency", "asked_at", "pk"]

    def get_base_queryset(self):
        found = questions_of(self.request.user).most_urgent_first()
        return found.select_related("meeting", "assigned_to").defer("meeting__body")


class CaseView(EditView):
    """One question: what was asked, by whom, what was done with it, and what is to become of it."""

    submit_button_label = "Save the decision"
    submit_button_active_label = "Saving…"
    success_message = "%(object)s: saved and recorded."
    error_message = "Nothing was saved. Please see what is said beside the fields."

    def get_object(self, queryset=None):
        # To everybody else it is not there: neither this one nor any other.
        pk = str(self.kwargs["pk"])
        if not pk.isdecimal() or len(pk) > 18:
            raise Http404
        return get_object_or_404(questions_of(self.request.user).select_related("meeting", "item"), pk=pk)

    def get_page_subtitle(self):
        return self.object.reference

    def get_success_buttons(self):
        return []

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "changes": self.object.changes.select_related("by")}

    def save_instance(self):
        return decide(self.object, self.form.decision, self.request.user, timezone.now())


class FlagColumn(Column):
    """Whether somebody may be at risk, in the colour of what needs doing."""

    cell_template_name = "meetings/questions/at_risk.html"

    def get_value(self, instance):
        if instance.is_for_safeguarding:
            return "Safeguarding"
        return "May be safeguarding" if instance.may_be_for_safeguarding else ""


class WordsColumn(Column):
    """The beginning of what was asked."""

    def get_value(self, instance):
        return Truncator(instance.wording or instance.public_wording).chars(90) or "Erased"


class QuestionViewSet(ArrivedRecordViewSet):
    """Questions from the public: found and dealt with, never made or deleted here."""

    model = Question
    name = "questions"
    url_prefix = "questions"
    icon = "help"
    menu_label = "Questions"
    menu_order = 132
    add_to_admin_menu = True
    inspect_view_enabled = False
    index_view_class = QuestionsView
    edit_view_class = CaseView
    edit_template_name = "meetings/questions/case.html"
    filterset_class = QuestionFilterSet
    search_fields = ["reference", "wording"]
    list_per_page = 50
    list_display = [
        TitleColumn("reference", label="Case number", url_name="questions:edit", width="9rem"),
        FlagColumn("flag", label="At risk"),
        WordsColumn("words", label="Question", width="32%"),
        Column("meeting", label="Meeting"),
        Column("asked_at", label="Asked", sort_key="asked_at"),
        StatusTagColumn(
            "state", label="State", accessor="get_state_display", primary=lambda question: question.is_open
        ),
        Column("assigned_to", label="Dealt with by"),
    ]

    def get_form_class(self, for_update=False):
        return CaseForm
