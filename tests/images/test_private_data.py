"""Where, when and with which device a picture was taken is never kept, and the picture itself does not suffer."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageChops, ImageCms, ImageStat

from partnership.images.models import CustomImage
from partnership.images.private_data import without_private_data

from .pictures import (
    PLACE,
    exif,
    from_a_telephone_with_two_lenses,
    plain,
    saved,
    two_halves,
    with_private_data,
)

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
formats = pytest.mark.parametrize("format", ENDINGS)


def stored(image) -> bytes:
    """The bytes on the disk."""
    with image.file.storage.open(image.file.name) as file:
        return file.read()


def traces(content: bytes) -> list:
    """What a picture's file still tells beside the picture."""
    picture = Image.open(BytesIO(content))
    picture.load()
    found = [
        key for key in ("exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp") if picture.info.get(key)
    ]
    return found + list(picture.getexif().items()) + [place for place in [PLACE] if place in content]


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart: the mean of all channels, of 255."""
    channels = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(channels) / 3


@formats
def test_the_samples_do_hold_private_data(format):
    assert traces(with_private_data(format))


@formats
def test_no_door_keeps_private_data(door, media, format):
    name = f"Garden.{ENDINGS[format]}"
    response = door(with_private_data(format), name)
    assert response.status_code in (200, 302)
    image = CustomImage.objects.get(title=name)
    content = stored(image)
    assert traces(content) == []
    assert Image.open(BytesIO(content)).format == format
    image.get_rendition("max-30x30")
    image.get_rendition("original")
    # Nothing that an upload left behind anywhere tells the place, neither sizes made of it nor temporary files.
    assert not [path for path in media.rglob("*") if path.is_file() and PLACE in path.read_bytes()]
    assert image.file_size == len(content)
    assert not image.file_hash or image.file_hash == CustomImage.objects.get(pk=image.pk).get_file_hash()


@formats
@pytest.mark.django_db
def test_a_script_keeps_no_private_data_either(media, format):
    image = CustomImage.objects.create(
        title="Garden", file=ContentFile(with_private_data(format), f"a.{ENDINGS[format]}")
    )
    assert traces(stored(image)) == []
    image.file.save(f"b.{ENDINGS[format]}", ContentFile(with_private_data(format)))
    assert traces(stored(image)) == []


@formats
def test_a_picture_held_sideways_is_turned_before_it_forgets_how_it_was_held(format):
    turned = Image.open(BytesIO(without_private_data(ContentFile(with_private_data(format, orientation=6)))))
    # 6: the camera was turned; what it stored as the left side belongs at the top.
    assert turned.size == (40, 80)
    top, bottom = turned.convert("RGB").getpixel((20, 5)), turned.convert("RGB").getpixel((20, 74))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


@formats
def test_the_colour_profile_stays(format):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    cleaned = without_private_data(ContentFile(with_private_data(format, icc_profile=profile)))
    assert Image.open(BytesIO(cleaned)).info["icc_profile"] == profile


@formats
def test_the_picture_looks_the_same(format):
    cleaned = Image.open(BytesIO(without_private_data(ContentFile(with_private_data(format)))))
    assert difference(cleaned, Image.open(BytesIO(with_private_data(format)))) < 1.5


def test_a_jpeg_keeps_its_own_quality():
    content = with_private_data("JPEG")
    cleaned = Image.open(BytesIO(without_private_data(ContentFile(content))))
    assert cleaned.quantization == Image.open(BytesIO(content)).quantization


def test_a_lossless_webp_stays_lossless():
    content = saved(Image.effect_noise((50, 50), 90).convert("RGB"), "WEBP", lossless=True, exif=exif())
    cleaned = Image.open(BytesIO(without_private_data(ContentFile(content))))
    assert difference(cleaned, Image.open(BytesIO(content))) == 0


def test_see_through_pictures_stay_so():
    clear = Image.new("RGBA", (10, 10), (255, 0, 0, 40))
    for format in ("PNG", "WEBP"):
        options = {"lossless": True} if format == "WEBP" else {}
        cleaned = Image.open(
            BytesIO(without_private_data(ContentFile(saved(clear, format, exif=exif(), **options))))
        )
        assert cleaned.convert("RGBA").getpixel((5, 5)) == (255, 0, 0, 40)
    palette = Image.new("P", (10, 10), 1)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    cleaned = Image.open(
        BytesIO(without_private_data(ContentFile(saved(palette, "PNG", transparency=1, exif=exif()))))
    )
    assert cleaned.convert("RGBA").getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("format", [*ENDINGS, "GIF"])
def test_a_picture_without_private_data_stays_as_it_is(format):
    assert without_private_data(ContentFile(plain(format, (60, 40)))) is None


def test_what_hangs_on_behind_the_picture_goes():
    film = b"\x00\x00\x00\x18ftypmp42" + PLACE
    assert PLACE not in without_private_data(ContentFile(plain("JPEG") + film))
    assert PLACE not in without_private_data(ContentFile(plain("PNG") + film))


def test_the_second_picture_of_two_lenses_goes():
    cleaned = without_private_data(ContentFile(from_a_telephone_with_two_lenses()))
    picture = Image.open(BytesIO(cleaned))
    assert (picture.format, picture.size, getattr(picture, "n_frames", 1)) == ("JPEG", (80, 40), 1)
    assert traces(cleaned) == []


def test_a_comment_in_a_gif_goes():
    cleaned = without_private_data(ContentFile(saved(two_halves(), "GIF", comment=PLACE)))
    assert PLACE not in cleaned
    assert difference(Image.open(BytesIO(cleaned)), two_halves()) < 1
