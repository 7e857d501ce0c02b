"""What our work adds to the editors' side of the site."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partnership.first_screen import offers_tasks

from .admin.areas_of_work import AreaOfWorkListingViewSet
from .admin.figures import FiguresToCheckPanel, FigureViewSet
from .admin.first_tasks import first_tasks
from .admin.organisations import OrganisationViewSet
from .admin.people import PersonViewSet, PlaceViewSet


class OurWorkDataGroup(SnippetViewSetGroup):
    """The facts that pages are made from."""

    menu_label = "Our work data"
    menu_name = "our-work-data"
    menu_icon = "table"
    menu_order = 150
    items = (OrganisationViewSet, PersonViewSet, PlaceViewSet, FigureViewSet)


register_snippet(OurWorkDataGroup)
offers_tasks(first_tasks)


@hooks.register("register_admin_viewset")
def areas_of_work():
    """The listing of programmes and collaboratives."""
    return AreaOfWorkListingViewSet()


@hooks.register("construct_homepage_panels")
def figures_to_check(request, panels):
    """The list of figures whose review date has come."""
    panels.append(FiguresToCheckPanel())
