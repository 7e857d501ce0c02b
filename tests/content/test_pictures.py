"""Pictures reach a reader in the sizes made of them, while something public shows them."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from partnership.home.models import StandardPage
from partnership.images.models import CustomImage
from programmes.models import Person
from tests.images.pictures import plain


@pytest.fixture
def picture(db):
    """A stored picture."""
    return CustomImage.objects.create(
        title="Garden", file=ContentFile(plain("JPEG", (400, 300)), "garden.jpg")
    )


@pytest.fixture
def page(home, picture):
    """A live page that shows the picture."""
    block = {"image": picture, "alt_text": "A garden", "decorative": False, "caption": ""}
    page = home.add_child(instance=StandardPage(title="About", body=[("picture", block)]))
    page.save_revision().publish()
    return page


@pytest.fixture
def address(picture):
    """Where a size of the picture is to be had."""
    return picture.get_rendition("width-200").url


def test_a_picture_that_nothing_shows_is_not_public(client, address):
    assert client.get(address).status_code == 404


def test_a_picture_on_a_live_page_is_public(client, page, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("image/")
    assert "max-age=600" in response["Cache-Control"]
    assert b"".join(response.streaming_content)


def test_it_closes_with_its_page(client, page, address):
    page.unpublish()
    assert client.get(address).status_code == 404


def test_it_closes_with_its_branch(client, page, address):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 404


def test_a_photo_of_a_person_is_public(client, picture, address):
    Person.objects.create(name="Alex Example", photo=picture)
    assert client.get(address).status_code == 200


def test_staff_see_what_is_not_public_and_nothing_keeps_it(admin_client, address):
    response = admin_client.get(address)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_wrong_name_and_a_private_picture_answer_alike(client, home, address):
    private, wrong = client.get(address), client.get("/media/images/none.jpg")
    assert private.status_code == wrong.status_code == 404
    assert private.headers == wrong.headers


def test_the_original_is_never_served(admin_client, page, picture):
    assert admin_client.get(f"/media/{picture.file.name}").status_code == 404


def test_a_browser_that_has_it_is_told_so(client, page, address):
    changed = client.get(address)["Last-Modified"]
    assert client.get(address, headers={"If-Modified-Since": changed}).status_code == 304
