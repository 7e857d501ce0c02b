"""The listing of programmes, workstreams and provider collaboratives."""

from django.db.models import prefetch_related_objects
from django.urls import path, reverse
from django.utils.functional import cached_property
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import HeaderButton

from ..models import (
    AreaOfWorkPage,
    Organisation,
    OurWorkIndexPage,
    Place,
    ProgrammePage,
    ProviderCollaborativePage,
    Status,
)

AS_PUBLISHED = "as_published"
# The types of page that are added from the list, by the name of the address that asks where to put one.
ADDED_HERE = {
    "add_programme": ("Programme", ProgrammePage),
    "add_collaborative": ("Collaborative", ProviderCollaborativePage),
}


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
    """The list, in the order of the public one, with a button for each type of page that is added here."""

    page_title = "Our work"
    add_url_name = None
    # Wagtail starts with what was edited last, which is no order to find a programme in.
    default_ordering = AS_PUBLISHED

    def order_queryset(self, queryset):
        if self.ordering == AS_PUBLISHED:
            # A search keeps its own order: it cannot sort by another table.
            return queryset if self.is_searching else queryset.by_owner()
        return super().order_queryset(queryset)

    @cached_property
    def header_buttons(self):
        """A button for each type, for those who may add below one of the lists of work."""
        lists = OurWorkIndexPage.objects.all()
        if not any(page.permissions_for_user(self.request.user).can_add_subpage() for page in lists):
            return []
        return [
            # Short, so that both stand beside the title on a small screen.
            HeaderButton(
                word,
                url=reverse(f"areas_of_work:{name}"),
                icon_name="plus",
                attrs={"aria-label": f"Add a {word.lower()}"},
            )
            for name, (word, _) in ADDED_HERE.items()
        ]

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

    def get_urlpatterns(self):
        adding = [
            path(
                f"{name}/",
                ChooseParentView.as_view(model=model, index_url_name=self.get_url_name("index")),
                name=name,
            )
            for name, (_, model) in ADDED_HERE.items()
        ]
        return [*super().get_urlpatterns(), *adding]
