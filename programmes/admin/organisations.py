"""The screens on which organisations are kept."""

from django.utils import timezone
from django_filters import BooleanFilter, ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import Organisation, Place


class OrganisationFilterSet(WagtailFilterSet):
    """Narrows the list by what an organisation is, where it serves, and whether it still exists."""

    kind = ChoiceFilter(choices=Organisation.Kind.choices)
    partnership_member = BooleanFilter(label="Member of this partnership", widget=BooleanRadioSelect)
    active = BooleanFilter(label="Exists today", method="exists_today", widget=BooleanRadioSelect)
    places = ModelChoiceFilter(queryset=Place.objects.all(), label="Place served")

    class Meta:
        model = Organisation
        fields = ["kind", "partnership_member", "places"]

    def exists_today(self, queryset, name, value):
        """Narrow to organisations that exist today, or to those that no longer do."""
        existing = Organisation.objects.active_on(timezone.localdate()).values("pk")
        return queryset.filter(pk__in=existing) if value else queryset.exclude(pk__in=existing)


class OrganisationIndexView(IndexView):
    """The list of organisations."""

    add_item_label = "Add an organisation"


class OrganisationViewSet(SnippetViewSet):
    """Organisations."""

    model = Organisation
    icon = "site"
    menu_label = "Organisations"
    copy_view_enabled = False
    index_view_class = OrganisationIndexView
    filterset_class = OrganisationFilterSet
    search_fields = ["name", "short_name", "ods_code", "former_names__name"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "name",
        Column("kind", accessor="get_kind_display", label="Kind", sort_key="kind"),
        BooleanColumn("partnership_member", label="Member", sort_key="partnership_member"),
        Column("ods_code", label="ODS code", sort_key="ods_code"),
        Column("active_until", label="Existed until", sort_key="active_until"),
    ]
    list_export = [
        "name",
        "short_name",
        "kind",
        "partnership_member",
        "ods_code",
        "website",
        "active_from",
        "active_until",
        "successor",
    ]
