"""The screens on which people and places are kept."""

from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import Organisation, Person, Place, Role


class PersonFilterSet(WagtailFilterSet):
    """Narrows the list by role and organisation."""

    role = ChoiceFilter(field_name="roles__kind", choices=Role.Kind.choices, label="Role", distinct=True)
    organisation = ModelChoiceFilter(
        field_name="roles__organisation",
        queryset=Organisation.objects.all(),
        label="Organisation",
        distinct=True,
    )

    class Meta:
        model = Person
        fields = ["role", "organisation"]


class PersonIndexView(IndexView):
    """The list of people."""

    add_item_label = "Add a person"

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("roles__organisation")


class PersonViewSet(SnippetViewSet):
    """People and their roles."""

    model = Person
    icon = "user"
    menu_label = "People"
    copy_view_enabled = False
    index_view_class = PersonIndexView
    filterset_class = PersonFilterSet
    search_fields = ["name", "roles__title"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "name",
        Column(
            "roles",
            label="Roles",
            accessor=lambda person: "; ".join(str(role) for role in person.roles.all()),
        ),
        BooleanColumn("demonstration_only", label="Invented"),
    ]
    list_export = ["name", "honours"]


class PlaceIndexView(IndexView):
    """The list of places."""

    add_item_label = "Add a place"


class PlaceViewSet(SnippetViewSet):
    """Places served."""

    model = Place
    icon = "globe"
    menu_label = "Places"
    copy_view_enabled = False
    index_view_class = PlaceIndexView
    list_filter = ["kind"]
    search_fields = ["name"]
    list_per_page = 50
    list_display = [
        "name",
        Column("kind", accessor="get_kind_display", label="Kind", sort_key="kind"),
        Column("slug", label="Name in addresses", sort_key="slug"),
    ]
    list_export = ["name", "kind", "slug"]
