"""The addresses of files."""

from django.urls import path

from .serving import newest, one_version

urlpatterns = [
    path("<slug:public_id>/v<int:number>/<str:filename>", one_version, name="document_version"),
    path("<slug:public_id>/<str:filename>", newest, name="document"),
]
