"""The screens on which banners are kept."""

from django.utils import timezone
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import Banner


class BannerFilterSet(WagtailFilterSet):
    """Narrows the list to how much a banner matters."""

    severity = ChoiceFilter(choices=Banner.Severity.choices)

    class Meta:
        model = Banner
        fields = ["severity"]


class BannerIndexView(IndexView):
    """The list of banners."""

    add_item_label = "Put up a banner"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("section")


class BannerViewSet(SnippetViewSet):
    """Banners: what they say, when and where they show."""

    model = Banner
    icon = "info-circle"
    menu_label = "Banners"
    menu_name = "banners"
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = BannerIndexView
    filterset_class = BannerFilterSet
    search_fields = ["message"]
    list_display = [
        "message",
        StatusTagColumn(
            "state",
            label="Now",
            accessor=lambda banner: banner.state_at(timezone.now()),
            primary=lambda banner: banner.state_at(timezone.now()) == "Showing",
        ),
        Column("severity", accessor="get_severity_display", label="Severity", sort_key="severity"),
        Column("starts_at", label="Shows from", sort_key="starts_at"),
        Column("ends_at", label="Shows until", sort_key="ends_at"),
        Column("section", label="Where", accessor=lambda banner: banner.section or "The whole site"),
    ]
    list_export = ["message", "severity", "starts_at", "ends_at", "section"]
