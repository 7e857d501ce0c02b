"""Addresses of Wagtail's that this site answers itself; they keep Wagtail's names, so every link leads here."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.aging_pages import AgingPagesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.reports.workflows import WorkflowTasksView
from wagtail.utils.urlpatterns import decorate_urlpatterns

from .known_pages import (
    KnownPagesBrowser,
    KnownPagesChosen,
    bulk_action_for_those_who_may,
    for_those_who_keep_the_machinery,
)

MACHINERY_REPORTS = {
    "page-types-usage": PageTypesUsageReportView,
    "aging-pages": AgingPagesView,
    "workflow_tasks": WorkflowTasksView,
}


def report_addresses():
    """The reports for administrators alone, each with the part of it that changes with its filters."""
    for name, view in MACHINERY_REPORTS.items():
        yield path(f"reports/{name}/", for_those_who_keep_the_machinery(view.as_view()))
        yield path(
            f"reports/{name}/results/", for_those_who_keep_the_machinery(view.as_view(results_only=True))
        )


urlpatterns = [
    path("choose-page/", KnownPagesBrowser.as_view()),
    path("choose-page/<int:parent_page_id>/", KnownPagesBrowser.as_view()),
    path("choose-page/chosen-multiple/", KnownPagesChosen.as_view()),
    path("bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk_action_for_those_who_may),
    *report_addresses(),
]
urlpatterns = decorate_urlpatterns(decorate_urlpatterns(urlpatterns, require_admin_access), never_cache)
