"""Every address of the site. Sections bring their own; page addresses follow the page tree."""

from django.contrib.auth.views import LogoutView
from django.http import Http404
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from partnership.accounts.views import SignInView


def nothing_here(request):
    """Answer that there is no such page."""
    raise Http404


urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="sign_in"),
    path("admin/login/", SignInView.as_view(), name="sign_in_to_admin"),
    # Wagtail's own is for those who edit.
    path("sign-out/", LogoutView.as_view(next_page="sign_in"), name="sign_out"),
    # Before Wagtail's: the first that fits answers.
    path("admin/", include("partnership.home.admin.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("files/", include("documents.urls")),
    path("media/", include("partnership.content.urls")),
    path("search/", include("partnership.search.urls")),
    path("alerts/", include("partnership.alerts.urls")),
    path("", include("partnership.home.urls")),
    # Wagtail's own log-in and its form for shared passwords, which this site has not.
    re_path("^_util/", nothing_here),
    path("", include(wagtail_urls)),
]

handler500 = "partnership.home.failures.failure"
