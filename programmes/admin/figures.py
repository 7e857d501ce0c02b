"""The screens on which impact figures are kept, and the list of those to check."""

from django.urls import reverse
from django.utils import timezone
from django_filters import BooleanFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, StatusTagColumn
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from partnership.home.admin.check_panels import MOST_SHOWN, CheckPanel

from ..models import ImpactFigure, Organisation


class FigureFilterSet(WagtailFilterSet):
    """Narrows the list to figures due to be checked, by where they show and whose they are."""

    due = BooleanFilter(label="Due to be checked", method="due_today", widget=BooleanRadioSelect)
    on_home_page = BooleanFilter(label="Shown on the home page", widget=BooleanRadioSelect)
    organisation = ModelChoiceFilter(queryset=Organisation.objects.all())

    class Meta:
        model = ImpactFigure
        fields = ["on_home_page", "organisation"]

    def due_today(self, queryset, name, value):
        """Narrow to figures whose review date has come, or to the others."""
        due = ImpactFigure.objects.due_review(timezone.localdate()).values("pk")
        return queryset.filter(pk__in=due) if value else queryset.exclude(pk__in=due)


class FigureIndexView(IndexView):
    """The list of figures."""

    add_item_label = "Add a figure"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page", "organisation")


def checked(figure) -> str:
    """Whether a figure is due to be checked, in words."""
    if figure.review_on is None:
        return "No review date"
    return "To check" if figure.is_due_review(timezone.localdate()) else "Checked"


class FigureViewSet(SnippetViewSet):
    """Impact figures."""

    model = ImpactFigure
    icon = "order"
    menu_label = "Impact figures"
    copy_view_enabled = False
    index_view_class = FigureIndexView
    filterset_class = FigureFilterSet
    search_fields = ["counts", "period", "source_title"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "__str__",
        StatusTagColumn(
            "checked", label="Checked", accessor=checked, primary=lambda f: checked(f) == "To check"
        ),
        Column("review_on", label="Review by", sort_key="review_on"),
        BooleanColumn("on_home_page", label="Home page", sort_key="on_home_page"),
        Column("page", label="Shown on"),
    ]
    export_headings = {"plain_value": "Value"}
    list_export = [
        "plain_value",
        "qualifier",
        "unit",
        "in_words",
        "counts",
        "period",
        "as_of",
        "review_on",
        "source_url",
        "source_title",
        "on_home_page",
    ]


class FiguresToCheckPanel(CheckPanel):
    """Figures whose review date has come, for those who may change them."""

    name = "figures-to-check"
    order = 225
    heading = "Figures to check"
    explanation = "Their review date has come. Find out whether the number still holds, then set a new date."

    def due(self, user, today):
        if not user.has_perm("programmes.change_impactfigure"):
            return 0, []
        edit = FigureViewSet().get_url_name("edit")
        figures = list(ImpactFigure.objects.due_review(today).order_by("review_on", "pk"))
        shown = [(str(figure), reverse(edit, args=[figure.pk]), figure.review_on) for figure in figures]
        return len(figures), shown[:MOST_SHOWN]

    def all_url(self):
        return reverse(FigureViewSet().get_url_name("list")) + "?due=true"
