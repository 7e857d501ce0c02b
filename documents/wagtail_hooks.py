"""What publications add to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet

from partnership.first_screen import offers_tasks

from .accessible_formats.screens import FormatRequestsPanel, FormatRequestViewSet
from .choosing import upload_view
from .corrections.screens import EditionViewSet
from .deletion import (
    DeleteDocumentsAction,
    DeleteDocumentView,
    refuse_to_delete_page,
    refuse_to_delete_several_pages,
)
from .desk import menu  # noqa: F401
from .first_tasks import first_tasks
from .listings import PublicationListingViewSet
from .models import CustomDocument, Recommendation
from .reading.screens import ReadingsView, read_again
from .recommendations.permissions import RecommendationPermissionPolicy
from .recommendations.screens import RecommendationViewSet
from .rich_text import ReadersDocumentLinkHandler
from .scheme.screens import ExpectationViewSet, SchemeGapsPanel
from .takedown_screens import TakedownViewSet
from .unpublishing import refuse_to_unpublish, refuse_to_unpublish_several

register_permission_policy(Recommendation, RecommendationPermissionPolicy(Recommendation))


@hooks.register("register_admin_viewset")
def publications():
    """The listing of publications."""
    return PublicationListingViewSet()


@hooks.register("register_admin_viewset")
def takedowns():
    """Emergency takedowns."""
    return TakedownViewSet()


@hooks.register("register_admin_viewset")
def earlier_versions():
    """Earlier versions of publications."""
    return EditionViewSet()


@hooks.register("register_admin_viewset")
def recommendations():
    """Recommendations of publications."""
    return RecommendationViewSet()


register_snippet(ExpectationViewSet)


@hooks.register("construct_homepage_panels")
def scheme_gaps(request, panels):
    """The list of what the publication scheme promises and is not there."""
    panels.append(SchemeGapsPanel())


offers_tasks(first_tasks)


class ReadingsMenuItem(MenuItem):
    """The way to the texts of files, for those who look after files."""

    def is_shown(self, request):
        policy = policy_registry.get_by_type(CustomDocument)
        return policy.user_has_any_permission(request.user, ReadingsView.any_permission_required)


@hooks.register("register_admin_urls")
def reading_urls():
    """The addresses of the texts of files."""
    return [
        path("reports/texts-of-files/", ReadingsView.as_view(), name="readings"),
        path(
            "reports/texts-of-files/results/",
            ReadingsView.as_view(results_only=True),
            name="readings_results",
        ),
        path("texts-of-files/<int:pk>/again/", read_again, name="read_again"),
    ]


@hooks.register("register_reports_menu_item")
def readings_menu_item():
    """The texts of files, among the reports."""
    return ReadingsMenuItem("Texts of files", reverse("readings"), icon_name="doc-full", order=910)


@hooks.register("register_admin_viewset")
def format_requests():
    """Requests for accessible formats."""
    return FormatRequestViewSet()


@hooks.register("construct_homepage_panels")
def open_format_requests(request, panels):
    """The list of requests that are to be answered."""
    panels.append(FormatRequestsPanel())


hooks.register("before_delete_page", refuse_to_delete_page)
hooks.register("before_bulk_action", refuse_to_delete_several_pages)
hooks.register("register_bulk_action", DeleteDocumentsAction, order=1)
hooks.register("before_unpublish_page", refuse_to_unpublish)
hooks.register("before_bulk_action", refuse_to_unpublish_several)


@hooks.register("register_rich_text_features", order=1)
def links_to_public_documents(features):
    """Draw links to documents for those who may open them; Wagtail registers its own before."""
    features.register_link_type(ReadersDocumentLinkHandler)


@hooks.register("register_admin_urls", order=-1)
def deleting_a_document():
    """Stands at the address of Wagtail's own screen, which does not say why a document stays."""
    return [path("documents/delete/<int:document_id>/", DeleteDocumentView.as_view())]


@hooks.register("register_admin_urls", order=-1)
def uploading_in_the_chooser():
    """Stands at the address to which the chooser's pop-up sends a file."""
    return [path("documents/chooser/create/", upload_view)]
