"""A desk to work at: an officer signed in, a real disk, and publications to hand files on to."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.people import make_person


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """The disk, a real one."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def officer(client, tree):
    """A document officer, signed in."""
    user = make_person("document_officers")
    client.force_login(user)
    return user


@pytest.fixture
def bring(client, officer):
    """Bring files in by the plain form: contents by name. Answers the screen."""

    def bring(contents: dict[str, bytes], **more):
        uploads = [SimpleUploadedFile(name, content) for name, content in contents.items()]
        return client.post(reverse("upload_desk:receive"), {"files": uploads, **more})

    return bring
