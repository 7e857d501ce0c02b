"""Every address of the site. Sections bring their own; page addresses follow the page tree."""

from django.http import Http404
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls


def nothing_here(request):
    """Answer that there is no such page."""
    raise Http404


urlpatterns = [
    # Before Wagtail's: the first that fits answers.
    path("", include("partnership.accounts.urls")),
    path("admin/", include("partnership.home.admin.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("my-committees/", include("meetings.members_page.urls")),
    path("files/", include("documents.urls")),
    path("packs/", include("meetings.packs.urls")),
    path("media/", include("partnership.content.urls")),
    path("search/", include("partnership.search.urls")),
    path("questions/", include("meetings.questions.urls")),
    path("alerts/", include("partnership.alerts.urls")),
    path("feeds/", include("partnership.content.feeds.urls")),
    path("calendars/", include("meetings.calendars.urls")),
    path("", include("partnership.home.urls")),
    # Wagtail's own log-in and its form for shared passwords, which this site has not.
    re_path("^_util/", nothing_here),
    path("", include(wagtail_urls)),
]

handler500 = "partnership.home.failures.failure"
