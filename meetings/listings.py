"""The listing of meetings."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from .admin.permissions import committees_kept_by
from .clock import day_and_time
from .minutes.reading import stage_of_meetings
from .models import CommitteePage, MeetingPage
from .models.meetings import Status


class MeetingFilterSet(PageFilterSet):
    """Narrows the list by committee, date and status."""

    committee = ModelChoiceFilter(
        queryset=CommitteePage.objects.all(), method="of_committee", label="Committee"
    )
    starts_at = DateFromToRangeFilter(label="Date", widget=DateRangePickerWidget)
    status = ChoiceFilter(choices=Status.choices)
    owner = edited_by = site = has_child_pages = None

    class Meta:
        model = MeetingPage
        fields = []

    def of_committee(self, queryset, name, committee):
        """Narrow to the meetings of one committee."""
        return queryset.child_of(committee)


class MeetingListView(IndexView):
    """The list of meetings."""

    page_title = "Meetings"
    add_item_label = "Add a meeting"
    default_ordering = "-starts_at"

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).annotate(minutes_stage=stage_of_meetings())

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        kept = list(committees_kept_by(self.request.user).values_list("pk", "title"))
        if kept:
            due = reverse("meetings_due")
            buttons.append(HeaderButton(label="What is due", url=due, icon_name="calendar-check"))
        for key, title in kept:
            plan = reverse("plan_year", args=[key])
            buttons.append(Button(f"Plan a year of {title}", url=plan, icon_name="calendar-alt", priority=50))
        return buttons


class MeetingListingViewSet(PageListingViewSet):
    """Meetings of all committees."""

    model = MeetingPage
    name = "meeting_listing"
    url_prefix = "meetings"
    icon = "calendar-alt"
    menu_label = "Meetings"
    menu_order = 130
    add_to_admin_menu = True
    index_view_class = MeetingListView
    filterset_class = MeetingFilterSet
    list_per_page = 50
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        ParentPageColumn("parent", label="Committee"),
        Column(
            "starts_at",
            label="Starts",
            sort_key="starts_at",
            accessor=lambda page: day_and_time(page.starts_at),
        ),
        Column(
            "status", label="Status", sort_key="status", accessor=lambda page: page.state_at(timezone.now())
        ),
        PageStatusColumn("live", label="Page", sort_key="live"),
        TitleColumn(
            "agenda", label="Agenda", accessor=lambda page: "Agenda", url_name="meeting_agenda:agenda"
        ),
    ]
