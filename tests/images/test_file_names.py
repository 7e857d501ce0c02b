"""A picture is stored under a name that the disk takes, whatever its file is called, and keeps the name people read."""

import pytest

from partnership.images.models import CustomImage

from .pictures import plain

NAMES = {
    "85 Chinese characters": "漢" * 85 + ".png",
    "emoji alone": "🌳🌷.png",
    "very long": "garden " * 60 + ".png",
    "turned writing": "garden\u202egpj.png",
    "a folder": "../../etc/garden.png",
    "a NUL": "gar\x00den.png",
    "a device of Windows": "con.png",
    "a leading dot": ".png.png",
    "signs alone": "%%%&&&.png",
    "accents": "jardín señor.png",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_is_taken_by_every_door(door, media, name):
    before = set(CustomImage.objects.values_list("pk", flat=True))
    response = door(plain(size=(33, 22)), name)
    assert response.status_code in (200, 302), response.content[:500]
    image = CustomImage.objects.get(width=33)
    assert before <= set(CustomImage.objects.values_list("pk", flat=True))
    stored = media / image.file.name
    assert stored.is_file()
    assert stored.parent == media / "original_images"
    assert len(stored.name.encode()) <= 255
    assert stored.suffix == ".png"
    assert stored.stem
    assert not stored.name.startswith((".", "-"))
    assert stored.stem.lower() != "con"
    image.get_rendition("max-10x10")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("漢" * 85 + ".png", "漢" * 85 + ".png"),
        ("🌳🌷.png", "🌳🌷.png"),
        ("garden\u202egpj.png", "gardengpj.png"),
    ],
)
def test_the_title_keeps_what_people_read(door, name, title):
    door(plain(size=(33, 22)), name)
    assert CustomImage.objects.get(width=33).title == title
