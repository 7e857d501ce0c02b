"""Every address of the site. Sections bring their own; page addresses follow the page tree."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from partnership.accounts.views import SignInView

urlpatterns = [
    path("admin/login/", SignInView.as_view(), name="sign_in"),
    path("admin/", include(wagtailadmin_urls)),
    path("files/", include("documents.urls")),
    path("media/", include("partnership.content.urls")),
    path("search/", include("partnership.search.urls")),
    path("alerts/", include("partnership.alerts.urls")),
    path("", include("partnership.home.urls")),
    path("", include(wagtail_urls)),
]
