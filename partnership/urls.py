"""Every address of the site. Sections bring their own; page addresses follow the page tree."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("files/", include(wagtaildocs_urls)),
    path("search/", include("partnership.search.urls")),
    path("", include("partnership.home.urls")),
    path("", include(wagtail_urls)),
]
