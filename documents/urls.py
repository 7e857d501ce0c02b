"""The addresses of files, and of the public register."""

from django.urls import path

from .accessible_formats.views import format_requested, request_format
from .corrections.file_views import file_changes
from .reading.views import first_page, page_text
from .recommendations.table import recommendations_csv
from .register_views import register, register_json, verify
from .serving import serve

urlpatterns = [
    path("register/", register, name="register"),
    path("register.json", register_json, name="register_json"),
    path("recommendations.csv", recommendations_csv, name="recommendations_csv"),
    path("verify/", verify, name="verify_file"),
    path("<slug:public_id>/another-format/", request_format, name="request_format"),
    path("<slug:public_id>/another-format/<slug:reference>/", format_requested, name="format_requested"),
    path("<slug:public_id>/text/<int:number>/", page_text, name="page_text"),
    path("<slug:public_id>/v<int:number>/first-page/", first_page, name="first_page"),
    path("<slug:public_id>/v<int:number>/changes/", file_changes, name="file_changes"),
    path("<slug:public_id>/v<int:number>/<str:filename>", serve, name="document_version"),
    path("<slug:public_id>/<str:filename>", serve, name="document"),
]
