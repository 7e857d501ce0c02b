"""A picture that cannot be used is refused in words, by every door, and is never decoded when it is too large."""

import tracemalloc

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from partnership.images.inspection import DAMAGED, MOVING, NO_PICTURE, opened
from partnership.images.models import CustomImage

from .conftest import in_place_of_another
from .pictures import animated, plain, png_claiming, saved, text_bomb, two_halves, with_private_data

TOO_LARGE = "A picture may have at most 40 million pixels in all and 12,000 pixels on a side"

BAD = {
    "half a JPEG": ("a.jpg", lambda: plain("JPEG", (400, 300))[:900], DAMAGED),
    "half a PNG": ("a.png", lambda: saved(two_halves((400, 400)))[:-90], DAMAGED),
    "a header alone": ("a.png", lambda: plain()[:30], NO_PICTURE),
    "half a WebP": ("a.webp", lambda: plain("WEBP", (400, 300))[:60], DAMAGED),
    "half an AVIF": ("a.avif", lambda: plain("AVIF", (400, 300))[:-40], DAMAGED),
    "text that unfolds": ("a.png", text_bomb, DAMAGED),
    "121 megapixels": ("a.png", lambda: png_claiming(11_000, 11_000), TOO_LARGE),
    "900 megapixels": ("a.png", lambda: png_claiming(30_000, 30_000), TOO_LARGE),
    "1 by 60,000": ("a.png", lambda: png_claiming(1, 60_000), TOO_LARGE),
    "a thread": ("a.png", lambda: png_claiming(1, 9_000), "at most 30 times as long as the other"),
    "a moving GIF": ("a.gif", lambda: animated("GIF"), MOVING),
    "a moving WebP": ("a.webp", lambda: animated("WEBP"), MOVING),
    "a moving PNG": ("a.png", lambda: animated("PNG"), MOVING),
    "a moving AVIF": ("a.avif", lambda: animated("AVIF"), MOVING),
    "a page": ("a.jpg", lambda: b"<!doctype html><title>A page</title>", NO_PICTURE),
    "nothing": ("a.jpg", lambda: b"", "empty"),
}


@pytest.mark.parametrize(("name", "content", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_picture_is_refused_in_words_by_every_door(door, name, content, words):
    before = CustomImage.objects.count()
    response = door(content(), name)
    assert response.status_code == 200
    said = response.json() if response["Content-Type"] == "application/json" else response.content.decode()
    assert words in str(said).replace("\\u2019", "’")
    assert CustomImage.objects.count() == before


def test_the_message_names_the_size_and_the_limit():
    with pytest.raises(ValidationError) as refusal:
        opened(ContentFile(png_claiming(1, 60_000)))
    assert "1 × 60,000 pixels" in refusal.value.messages[0]
    assert "12,000 pixels on a side" in refusal.value.messages[0]


def test_a_picture_that_is_too_large_is_not_decoded():
    content = ContentFile(png_claiming(11_000, 11_000))
    tracemalloc.start()
    with pytest.raises(ValidationError):
        opened(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", lambda: png_claiming(11_000, 11_000)),
        ("a.jpg", lambda: plain("JPEG", (400, 300))[:900]),
        ("a.gif", lambda: animated("GIF")),
    ],
)
@pytest.mark.django_db
def test_a_script_cannot_store_a_bad_picture_either(media, name, content):
    with pytest.raises(ValidationError), transaction.atomic():
        CustomImage.objects.create(title="Bad", file=ContentFile(content(), name))
    with pytest.raises(ValidationError), transaction.atomic():
        CustomImage(title="Bad").file.save(name, ContentFile(content()), save=True)
    assert not CustomImage.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_good_picture_is_taken_by_every_door(door, format):
    name = f"Garden.{'jpg' if format == 'JPEG' else format.lower()}"
    response = door(plain(format, (60, 40)), name)
    assert response.status_code in (200, 302)
    image = CustomImage.objects.get(title=name)
    assert (image.width, image.height) == (60, 40)
    image.get_rendition("max-30x30")


def test_a_refused_replacement_leaves_the_old_picture(editor, media):
    old = CustomImage.objects.create(title="Old", file=ContentFile(plain(size=(9, 9)), "old.png"))
    response = in_place_of_another(editor, SimpleUploadedFile("new.jpg", plain("JPEG", (400, 300))[:900]))
    assert DAMAGED in response.content.decode()
    old.refresh_from_db()
    assert old.title == "Old"
    assert (old.get_rendition("max-5x5").width, old.width) == (5, 9)


def test_the_form_says_the_limits_before_anybody_uploads(editor):
    response = editor.get("/admin/images/add/")
    assert TOO_LARGE in response.content.decode()


def test_a_file_too_many_bytes_long_is_refused_before_it_is_opened(door, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    response = door(with_private_data("JPEG"), "a.jpg")
    assert "too big" in response.content.decode()
