"""The sizes of pictures are there before a visitor asks."""

import re
from datetime import datetime
from pathlib import Path
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from partnership.content.jobs import make_missing_picture_sizes
from partnership.home.models import HomePage
from partnership.images.models import CustomImage, CustomRendition
from partnership.images.sizes import SIZES

from .pictures import plain

NOW = datetime(2026, 3, 2, 3, 10, tzinfo=ZoneInfo("Europe/London"))


def saved(**more):
    return CustomImage.objects.create(
        title="A ward", file=ContentFile(plain(size=(320, 200)), name="ward.png"), **more
    )


def sizes_of(image):
    return set(CustomRendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def test_every_size_that_a_template_shows_is_among_them():
    named = set()
    for template in (Path(settings.PROJECT_DIR) / "templates").rglob("*.html"):
        named |= set(re.findall(r'{% picture \S+ "([^"]+)"', template.read_text()))
    assert named == set(SIZES)


def test_saving_a_picture_makes_them_and_a_visit_makes_none(
    client, home, django_capture_on_commit_callbacks, monkeypatch
):
    with django_capture_on_commit_callbacks(execute=True):
        picture = saved()
    assert sizes_of(picture) == set(SIZES)
    HomePage.objects.update(picture=picture)
    monkeypatch.setattr(CustomImage, "create_rendition", mock.Mock(side_effect=AssertionError))
    assert "fill-800x600" in client.get("/").content.decode()


def test_a_new_focal_point_makes_them_anew(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = saved()
    before = CustomRendition.objects.filter(image=picture).count()
    picture.focal_point_x, picture.focal_point_y = 20, 20
    picture.focal_point_width = picture.focal_point_height = 10
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert CustomRendition.objects.filter(image=picture).count() > before


def test_a_picture_that_has_gone_bad_stops_nothing(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = saved()
        Path(picture.file.path).write_bytes(b"no picture")
    assert sizes_of(picture) == set()


@pytest.mark.django_db
def test_what_was_never_asked_for_is_made_at_night():
    picture, whole = saved(), saved()
    whole.get_renditions(*SIZES)
    make_missing_picture_sizes(NOW)
    assert sizes_of(picture) == set(SIZES)
