"""The addresses of the search."""

from django.urls import path

from .views import search, suggest

urlpatterns = [
    path("", search, name="search"),
    path("suggestions/", suggest, name="search_suggestions"),
]
