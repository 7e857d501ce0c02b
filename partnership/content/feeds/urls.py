"""The addresses of feeds."""

from django.urls import path

from .views import feed

urlpatterns = [
    path("<slug:kind>/", feed, name="feed"),
    path("<slug:kind>/<slug:key>/", feed, name="feed_of"),
]
