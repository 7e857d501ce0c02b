"""The addresses of the screens on which meetings are run."""

from django.urls import path

from .dashboard import MeetingsDueView
from .views import MeetingActionView, RunMeetingView
from .year import PlanYearView

urlpatterns = [
    path("meetings/due/", MeetingsDueView.as_view(), name="meetings_due"),
    path("meetings/plan/<int:pk>/", PlanYearView.as_view(), name="plan_year"),
    path("meetings/<int:pk>/", RunMeetingView.as_view(), name="run_meeting"),
    path("meetings/<int:pk>/<slug:action>/", MeetingActionView.as_view(), name="act_on_meeting"),
]
