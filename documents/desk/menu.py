"""The way to the upload desk, in the admin's addresses and menu."""

from django.urls import include, path, reverse
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .forms import collections_to_add_to


@hooks.register("register_admin_urls")
def upload_desk():
    """The upload desk, also in place of Wagtail's own screen for several documents."""
    return [
        path("upload-desk/", include("documents.desk.urls")),
        path("documents/multiple/add/", RedirectView.as_view(pattern_name="upload_desk:desk")),
    ]


class UploadDeskMenuItem(MenuItem):
    """Leads to the desk, for those who may add documents."""

    def is_shown(self, request):
        return collections_to_add_to(request.user).exists()


@hooks.register("register_admin_menu_item")
def upload_desk_menu_item():
    """The way to the desk."""
    return UploadDeskMenuItem(
        "Upload documents",
        reverse("upload_desk:desk"),
        name="upload-desk",
        icon_name="upload",
        order=115,
    )
