"""A page never breaks because a picture's file is gone or has gone bad."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from wagtail.images.exceptions import InvalidFilterSpecError

from partnership.images.models import CustomImage

from .pictures import plain

TAGS = [
    "{% load wagtailimages_tags %}{% image image max-20x20 %}",
    "{% load wagtailimages_tags %}{% srcset_image image max-{20x20,30x30,40x40} %}",
    "{% load wagtailimages_tags %}{% picture image format-{webp,jpeg} max-20x20 %}",
]


@pytest.fixture
def image(db, media):
    """A picture that is about to come to grief."""
    return CustomImage.objects.create(title="Garden", file=ContentFile(plain(size=(60, 40)), "a.png"))


def gone(path):
    """The file is missing."""
    path.unlink()


def damaged(path):
    """The file was cut short."""
    path.write_bytes(plain(size=(600, 400))[:120])


def another(path):
    """The file is no picture any more."""
    path.write_bytes(b"no picture")


@pytest.mark.parametrize("grief", [gone, damaged, another])
@pytest.mark.parametrize("tag", TAGS)
def test_every_image_tag_survives_it(image, grief, tag):
    grief(Path(image.file.path))
    assert Template(tag).render(Context({"image": CustomImage.objects.get()}))


@pytest.mark.parametrize("grief", [gone, damaged, another])
def test_the_listing_of_images_survives_it(image, grief, editor):
    grief(Path(image.file.path))
    assert editor.get("/admin/images/").status_code == 200
    assert editor.get(f"/admin/images/{image.pk}/").status_code == 200


def test_a_mistake_of_ours_is_still_an_error(image):
    with pytest.raises(InvalidFilterSpecError):
        image.get_rendition("enlarge-1000")


def test_several_sizes_are_made_one_after_the_other(image, monkeypatch):
    running, most = 0, 0
    make = CustomImage.generate_rendition_file

    def counted(self, filter, **kwargs):
        nonlocal running, most
        running += 1
        most = max(most, running)
        try:
            return make(self, filter, **kwargs)
        finally:
            running -= 1

    monkeypatch.setattr(CustomImage, "generate_rendition_file", counted)
    made = image.get_renditions("max-10x10", "max-20x20", "max-30x30", "max-40x40")
    assert [rendition.width for rendition in made.values()] == [10, 20, 30, 40]
    assert most == 1
