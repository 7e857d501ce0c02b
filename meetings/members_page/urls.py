"""Addresses of the page of those who sit on committees."""

from django.urls import path

from .views import MyCommitteesView, mark_as_seen

urlpatterns = [
    path("", MyCommitteesView.as_view(), name="my_committees"),
    path("<int:committee_id>/seen/", mark_as_seen, name="mark_as_seen"),
]
