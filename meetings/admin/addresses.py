"""The addresses of the screens on which meetings are run."""

from django.urls import path

from .views import MeetingActionView, RunMeetingView

urlpatterns = [
    path("meetings/<int:pk>/", RunMeetingView.as_view(), name="run_meeting"),
    path("meetings/<int:pk>/<slug:action>/", MeetingActionView.as_view(), name="act_on_meeting"),
]
