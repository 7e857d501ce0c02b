"""The listing of publications."""

from django.db.models import prefetch_related_objects
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from programmes.models import Organisation

from .models import PublicationPage


class PublicationFilterSet(PageFilterSet):
    """Narrows the list by state, kind, organisation and date."""

    state = ChoiceFilter(choices=PublicationPage.State.choices)
    kind = ChoiceFilter(choices=PublicationPage.Kind.choices)
    organisation = ModelChoiceFilter(queryset=Organisation.objects.all())
    published_on = DateFromToRangeFilter(label="Published", widget=DateRangePickerWidget)
    owner = edited_by = site = has_child_pages = None

    class Meta:
        model = PublicationPage
        fields = []


class PublicationListView(IndexView):
    """The list of publications."""

    page_title = "Publications"
    add_item_label = "Add a publication"
    default_ordering = "-published_on"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        prefetch_related_objects(context["object_list"], "organisation")
        return context


class PublicationListingViewSet(PageListingViewSet):
    """Publications, awaited ones included."""

    model = PublicationPage
    name = "publications"
    icon = "doc-full"
    menu_label = "Publications"
    menu_order = 120
    add_to_admin_menu = True
    index_view_class = PublicationListView
    filterset_class = PublicationFilterSet
    list_per_page = 50
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        Column("state", accessor="get_state_display", label="State", sort_key="state"),
        Column("kind", accessor="get_kind_display", label="Kind", sort_key="kind"),
        Column("organisation", label="Organisation", sort_key="organisation__name"),
        Column("published_on", accessor="published", label="Published", sort_key="published_on"),
        PageStatusColumn("live", label="Page", sort_key="live"),
    ]
