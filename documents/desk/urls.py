"""The addresses of the upload desk, below the admin's own."""

from django.urls import path

from ..originals import original
from .reports import ReportView
from .screens import OthersView, ReceiveView
from .views import DeskView

app_name = "upload_desk"
urlpatterns = [
    path("", DeskView.as_view(), name="desk"),
    path("receive/", ReceiveView.as_view(), name="receive"),
    path("others/", OthersView.as_view(), name="others"),
    path("reports/<int:pk>/", ReportView.as_view(), name="report"),
    path("originals/<int:pk>/", original, name="original"),
]
