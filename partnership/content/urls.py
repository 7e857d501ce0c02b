"""The addresses of pictures."""

from django.urls import path

from .pictures import serve_picture

urlpatterns = [path("images/<str:name>", serve_picture, name="picture")]
