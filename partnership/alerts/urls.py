"""The addresses of e-mail alerts."""

from django.urls import path

from . import manage_views, views

app_name = "alerts"

urlpatterns = [
    path("follow/<slug:kind>/<str:object_id>/", views.follow, name="follow"),
    path("follow/<slug:kind>/<str:object_id>/check-your-e-mail/", views.asked, name="asked"),
    path("follow/<slug:kind>/<str:object_id>/confirmed/", views.confirmed, name="confirmed"),
    path("confirm/<str:key>/", views.confirm, name="confirm"),
    path("leave/<str:key>/", views.leave, name="leave"),
    path("manage/<slug:key>/", manage_views.manage, name="manage"),
    path("leave-all/<slug:key>/", manage_views.leave_all, name="leave_all"),
]
