"""Addresses outside the page tree that every site has."""

from django.urls import path

from .sitemap import sitemap_index, sitemap_pages
from .views import health, robots, security

urlpatterns = [
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-pages.xml", sitemap_pages, name="sitemap_pages"),
    path(".well-known/security.txt", security, name="security"),
]
