"""The screens on which editors keep what the publication scheme promises, and see what is missing."""

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from partnership.content.visibility import Audience
from partnership.home.admin.check_panels import MOST_SHOWN, CheckPanel

from ..models import SchemeExpectation
from .gaps import gaps

GAPS_NAMED = 3


class ExpectationIndexView(IndexView):
    """What is expected, each with what is missing of it."""

    page_title = "Publication scheme"
    add_item_label = "Add what is expected"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = list(context["object_list"])
        audience = Audience()
        missing: dict[int, list[str]] = {}
        for gap in gaps(shown, audience, timezone.localdate(audience.now)):
            missing.setdefault(gap.expectation.pk, []).append(str(gap.period))
        for expectation in shown:
            expectation.missing = missing_in_words(missing.get(expectation.pk, []))
        context["object_list"] = shown
        return context


def missing_in_words(periods: list[str]) -> str:
    """What is missing, the newest first: "March 2026, February 2026 and 4 more"."""
    named, more = periods[:GAPS_NAMED], len(periods) - GAPS_NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "") or "Nothing"


class ExpectationViewSet(SnippetViewSet):
    """What the publication scheme promises."""

    model = SchemeExpectation
    icon = "list-ul"
    menu_label = "Publication scheme"
    menu_name = "publication-scheme"
    menu_order = 125
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = ExpectationIndexView
    list_per_page = 50
    list_filter = ["scheme_class", "frequency"]
    search_fields = ["title"]
    search_backend_name = None
    list_display = [
        "__str__",
        Column("scheme_class", label="Class", accessor="get_scheme_class_display", sort_key="scheme_class"),
        Column("frequency", label="How often", accessor="get_frequency_display", sort_key="frequency"),
        Column("missing", label="Missing"),
    ]


class SchemeGapsPanel(CheckPanel):
    """What the publication scheme promises and is not there, for those who may change publications."""

    name = "scheme-gaps"
    order = 226
    heading = "Gaps in the publication scheme"
    explanation = "Promised in the publication scheme, and not there. Publish it, or change what is expected."

    def due(self, user, today):
        if not user.has_perm("documents.change_schemeexpectation"):
            return 0, []
        found = gaps(SchemeExpectation.objects.all(), Audience(), today)
        edit = ExpectationViewSet().get_url_name("edit")
        shown = [
            (str(gap), reverse(edit, args=[gap.expectation.pk]), gap.due_on) for gap in found[:MOST_SHOWN]
        ]
        return len(found), shown

    def all_url(self):
        return reverse(ExpectationViewSet().get_url_name("list"))
