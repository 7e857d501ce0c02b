"""The addresses of calendars: by key, so that they stay when a committee is renamed or its page moves."""

from django.urls import path

from . import views

urlpatterns = [
    path("meetings.ics", views.all_meetings, name="calendar"),
    path("committees/<str:key>.ics", views.of_committee, name="calendar_of_committee"),
    path("organisations/<str:key>.ics", views.of_organisation, name="calendar_of_organisation"),
    path("meetings/<uuid:uid>.ics", views.of_meeting, name="calendar_of_meeting"),
]
