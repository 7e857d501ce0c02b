"""The addresses of the screens of actions, below the admin's own."""

from django.urls import path

from .actions import ActionsView, AddActionView, EditActionView, ReportView, WhichMeetingView
from .chairs import (
    AddChairsActionView,
    ChairsActionReportedView,
    ChairsActionsView,
    DeleteChairsActionView,
    EditChairsActionView,
    WhichCommitteeView,
)

app_name = "meeting_actions"
urlpatterns = [
    path("", ActionsView.as_view(), name="index"),
    path("add/", AddActionView.as_view(), name="add"),
    path("which-meeting/", WhichMeetingView.as_view(), name="which_meeting"),
    path("<int:pk>/", EditActionView.as_view(), name="edit"),
    path("<int:pk>/report/", ReportView.as_view(), name="report"),
    path("chairs/", ChairsActionsView.as_view(), name="chairs"),
    path("chairs/add/", AddChairsActionView.as_view(), name="add_chairs"),
    path("chairs/which-committee/", WhichCommitteeView.as_view(), name="which_committee"),
    path("chairs/<int:pk>/", EditChairsActionView.as_view(), name="edit_chairs"),
    path("chairs/<int:pk>/reported/", ChairsActionReportedView.as_view(), name="reported"),
    path("chairs/<int:pk>/delete/", DeleteChairsActionView.as_view(), name="delete_chairs"),
]
