"""What people search for and what found nothing: the words only."""

from urllib.parse import urlencode

from django.db.models import Max, OuterRef, Subquery, Sum
from django.urls import reverse
from django.utils import timezone
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Promotion, SearchedWords
from ..models.searched import KEPT


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


class SearchesView(PermissionCheckedMixin, BaseListingView):
    """Each search of the last 90 days, the most frequent first."""

    permission_policy = ModelPermissionPolicy(SearchedWords)
    any_permission_required = {"view"}
    model = SearchedWords
    verbose_name = "search"
    verbose_name_plural = "searches"
    page_title = "Searches"
    header_icon = "search"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    filterset_class = SearchesFilterSet
    table_class = Table
    paginate_by = 50
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

    def get_base_queryset(self):
        latest = SearchedWords.objects.filter(words=OuterRef("words")).order_by("-day")
        kept = SearchedWords.objects.filter(day__gte=timezone.localdate() - KEPT)
        return (
            kept.order_by()
            .values("words")
            .annotate(
                times=Sum("times"), last_day=Max("day"), last_found=Subquery(latest.values("found")[:1])
            )
        )

    def order_queryset(self, queryset):
        return queryset.order_by("-times", "words")
