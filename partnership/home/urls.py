"""Addresses outside the page tree that every site has."""

from django.urls import path

from .sitemap import sitemap
from .views import health, robots

urlpatterns = [
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
