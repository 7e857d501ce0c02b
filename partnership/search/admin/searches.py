"""What people search for and what found nothing: the words only."""

from urllib.parse import urlencode

from django.urls import reverse
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Promotion, SearchedWords
from .counted import CountedReport


class WordsColumn(TitleColumn):
    """The words, with a link to what the public finds by them."""

    def get_value(self, row):
        return row["words"]

    def get_link_url(self, row, parent_context):
        return f"{reverse('search')}?{urlencode({'q': row['words']})}"


class PromoteColumn(TitleColumn):
    """The way to put a page above the results of these words."""

    def get_value(self, row):
        return "Promote a page"

    def get_link_url(self, row, parent_context):
        add = reverse(Promotion.snippet_viewset.get_url_name("add"))
        return f"{add}?{urlencode({'words': row['words']})}"


class SearchesFilterSet(WagtailFilterSet):
    """Narrows the list to what found nothing."""

    found = ChoiceFilter(
        choices=[("nothing", "Nothing"), ("something", "Something")], label="Found", method="by_found"
    )

    class Meta:
        model = SearchedWords
        fields = []

    def by_found(self, queryset, name, value):
        """Narrow by whether the last search found something."""
        return queryset.filter(last_found=0) if value == "nothing" else queryset.filter(last_found__gt=0)


class SearchesView(CountedReport):
    """Each search of the last 90 days, the most frequent first."""

    permission_policy = ModelPermissionPolicy(SearchedWords)
    model = SearchedWords
    verbose_name = "search"
    verbose_name_plural = "searches"
    page_title = "Searches"
    header_icon = "search"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    filterset_class = SearchesFilterSet
    asked, latest_fact, latest_name = "words", "found", "last_found"
    no_results_message = "Nobody has searched for anything in the last 90 days."

    @property
    def columns(self):
        columns = [
            WordsColumn("words", label="Words"),
            Column("times", label="Searches in 90 days"),
            Column("last_found", label="Found last time"),
            Column("last_day", label="Last searched for"),
        ]
        if ModelPermissionPolicy(Promotion).user_has_permission(self.request.user, "add"):
            columns.append(PromoteColumn("promote", label="Promote"))
        return columns
