"""The addresses of packs."""

from django.urls import path

from .serving import serve

urlpatterns = [path("<slug:public_id>/<str:filename>", serve, name="pack")]
