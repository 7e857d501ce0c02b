"""Reports of what readers asked for: counted by day, kept for 90 days, shown the most frequent first."""

from django.db.models import Max, OuterRef, Subquery, Sum
from django.utils import timezone
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin

from ..models.searched import KEPT


class CountedReport(PermissionCheckedMixin, BaseListingView):
    """One line for each thing that was asked for, with `times`, `last_day` and what was known of it on that day."""

    any_permission_required = {"view"}
    table_class = Table
    paginate_by = 50
    # The field that says what was asked for, and the one of its latest day that is shown as the name after it.
    asked, latest_fact, latest_name = "", "", ""

    def get_base_queryset(self):
        latest = self.model.objects.filter(**{self.asked: OuterRef(self.asked)}).order_by("-day")
        kept = self.model.objects.filter(day__gte=timezone.localdate() - KEPT)
        facts = {self.latest_name: Subquery(latest.values(self.latest_fact)[:1])}
        return kept.order_by().values(self.asked).annotate(times=Sum("times"), last_day=Max("day"), **facts)

    def order_queryset(self, queryset):
        return queryset.order_by("-times", self.asked)
