"""The tag that puts a picture on a page."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template

from partnership.images.models import CustomImage

from .pictures import plain

TAG = Template('{% load picture_tags %}{% picture image "width-20" alt=words %}')


@pytest.fixture
def image(db, media):
    """A picture of 60 by 40 pixels."""
    return CustomImage.objects.create(title="Garden", file=ContentFile(plain(size=(60, 40)), "a.png"))


def test_it_has_its_size_and_its_description_and_loads_late(image):
    html = TAG.render(Context({"image": image, "words": 'A "blue" field'}))
    assert 'width="20" height="13"' in html
    assert 'alt="A &quot;blue&quot; field"' in html
    assert 'loading="lazy"' in html


@pytest.mark.parametrize("grief", [Path.unlink, lambda path: path.write_bytes(b"no picture")])
def test_a_bad_file_leaves_nothing(image, grief):
    grief(Path(image.file.path))
    assert TAG.render(Context({"image": CustomImage.objects.get(), "words": "A field"})).strip() == ""


def test_no_picture_leaves_nothing():
    assert TAG.render(Context({"image": None, "words": ""})).strip() == ""
