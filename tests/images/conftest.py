"""The doors by which a picture comes in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partnership.images.models import CustomImage

from .pictures import plain


@pytest.fixture
def media(settings, tmp_path):
    """A folder of this test's own on the real disk."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def editor(admin_client, media, home):
    """Somebody signed in who may upload pictures."""
    # A bad picture must end in a message; an exception must end the test.
    admin_client.raise_request_exception = True
    return admin_client


def through_the_form(client, upload):
    """Images, add."""
    return client.post(reverse("wagtailimages:add"), {"title": upload.name, "file": upload, "collection": 1})


def among_several(client, upload):
    """Images, add several at once, where each file is posted by itself."""
    return client.post(
        reverse("wagtailimages:add_multiple"), {"title": upload.name, "files[]": upload, "collection": 1}
    )


def while_choosing(client, upload):
    """The upload tab of the chooser in a page's editor."""
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": upload.name,
            "image-chooser-upload-file": upload,
            "image-chooser-upload-collection": 1,
        },
    )


def in_place_of_another(client, upload):
    """Edit an image, choose another file."""
    image = CustomImage.objects.filter(title="Old").first()
    return client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": upload.name, "file": upload, "collection": 1},
    )


DOORS = [through_the_form, among_several, while_choosing, in_place_of_another]


@pytest.fixture(params=DOORS, ids=lambda door: door.__name__)
def door(request, editor):
    """Each way into the admin: call it with bytes and a name, get the response."""
    if request.param is in_place_of_another:
        CustomImage.objects.create(title="Old", file=SimpleUploadedFile("old.png", plain(size=(9, 9))))

    def upload(content: bytes, name: str):
        return request.param(editor, SimpleUploadedFile(name, content))

    return upload
