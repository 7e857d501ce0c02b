"""The listing of programmes, workstreams and provider collaboratives."""

from django.db.models import prefetch_related_objects
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from ..models import AreaOfWorkPage, Organisation, Place, Status


class AreaOfWorkFilterSet(PageFilterSet):
    """Narrows the list as the public one does."""

    kind = ChoiceFilter(choices=AreaOfWorkPage.Kind.choices)
    status = ChoiceFilter(choices=Status.choices, label="Where it stands")
    organisation = ModelChoiceFilter(
        queryset=Organisation.objects.all(), method="involving", label="Organisation that takes part"
    )
    places = ModelChoiceFilter(queryset=Place.objects.all(), label="Place covered")
    owner = edited_by = site = has_child_pages = None

    class Meta:
        model = AreaOfWorkPage
        fields = []

    def involving(self, queryset, name, organisation):
        """Narrow to the work that an organisation takes part in or owns."""
        ids = AreaOfWorkPage.objects.involving(organisation).values("pk")
        return queryset.filter(pk__in=ids)


class AreaOfWorkIndexView(IndexView):
    """The list; a new page is added below “Our work”, where its kind is chosen."""

    page_title = "Programmes and collaboratives"
    add_url_name = None

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        prefetch_related_objects(context["object_list"], "attributed_to")
        return context


class AreaOfWorkListingViewSet(PageListingViewSet):
    """Programmes, workstreams and provider collaboratives, wherever they are in the page tree."""

    model = AreaOfWorkPage
    name = "areas_of_work"
    icon = "clipboard-list"
    menu_label = "Our work"
    # Not "our-work": the menu would take “Our work data” for a part of it.
    menu_name = "areas-of-work"
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = AreaOfWorkIndexView
    filterset_class = AreaOfWorkFilterSet
    list_per_page = 50
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        Column("kind", accessor="get_kind_display", label="Kind", sort_key="kind"),
        Column("status", accessor="get_status_display", label="Where it stands", sort_key="status"),
        Column("attributed_to", label="Whose work", accessor=lambda page: page.attributed_to or "Ours"),
        PageStatusColumn("live", label="Page", sort_key="live"),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{**kwargs, "add_url_name": None})
