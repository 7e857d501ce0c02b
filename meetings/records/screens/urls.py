"""The addresses of a record's screens, below those of its meeting's agenda."""

from django.urls import path

from .attendance import AttendanceView
from .decisions import DecisionsView, RatifyView
from .motion import MotionView
from .overview import RecordView

urlpatterns = [
    path("<int:meeting>/record/", RecordView.as_view(), name="record"),
    path("<int:meeting>/record/attendance/", AttendanceView.as_view(), name="attendance"),
    path("<int:meeting>/record/decisions/", DecisionsView.as_view(), name="decisions"),
    path("<int:meeting>/record/decisions/<int:record>/", RatifyView.as_view(), name="ratify"),
    path("<int:meeting>/motion/", MotionView.as_view(), name="motion"),
]
