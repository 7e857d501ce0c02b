"""The text of a file on pages of its own, for whom the file itself is, and for nobody else."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import PageViewRestriction

from documents.models import DocumentVersion, PublicationPage
from documents.takedown import take_down
from tests.images.pictures import plain

from .conftest import kept


def address(document, number=1):
    return f"/files/{document.public_id}/text/{number}/"


def picture_address(document):
    return f"/files/{document.public_id}/v1/first-page/"


@pytest.fixture
def pictured(shown):
    """The public document with text and a picture."""
    return kept(shown, ["What we found."], picture=plain("JPEG", size=(240, 339)))


class PageTextTests:
    def test_it_shows_the_text_whose_it_is_and_the_way_to_the_file_and_on(self, client, read):
        response = client.get(address(read, 2))
        html = response.content.decode()
        assert "What happens next." in html
        assert "taken from the file automatically" in html
        assert f'href="{read.url}#page=2"' in html
        assert '<a href="/publications/review-of-sim/">Review of SIM</a>' in html
        assert 'lang="en-GB"' in html
        assert f'<link rel="canonical" href="http://testserver{address(read, 2)}">' in html
        assert f'href="{address(read, 1)}"' in html
        assert f'href="{address(read, 3)}"' in html
        assert response["Cache-Control"] == "public, no-cache"

    def test_after_a_replacement_it_says_that_the_text_is_to_come_and_where_the_file_is(self, client, read):
        read.file = ContentFile(b"%PDF-1.7 second version", name="findings-2.pdf")
        read.save()
        response = client.get(address(read))
        assert response.status_code == 503
        html = response.content.decode()
        assert "The text of this file is being prepared" in html
        assert f'href="{read.url}"' in html
        assert "What we found." not in html
        assert (response["Retry-After"], response["X-Robots-Tag"]) == ("60", "noindex")
        assert "no-store" in response["Cache-Control"]
        kept(read, ["What we found anew."])
        assert "What we found anew." in client.get(address(read)).content.decode()

    def test_of_a_file_that_is_not_public_it_says_nothing(self, client, document):
        unknown = client.get("/files/aaaaaaaaaaaaaaaa/text/1/")
        hidden = client.get(address(document))
        assert document.reading.state == "waiting"
        assert (hidden.status_code, hidden.headers) == (unknown.status_code, unknown.headers)

    @pytest.mark.parametrize("number", [0, 4, 10**12])
    def test_a_page_that_is_not_there_is_not_found(self, client, read, number):
        assert client.get(address(read, number)).status_code == 404

    def test_a_page_with_something_covered_says_so(self, client, shown):
        kept(shown, ["", "More."], withheld=[1])
        assert "Part of this page is covered" in client.get(address(shown)).content.decode()

    def test_markup_in_the_text_is_text(self, client, shown):
        kept(shown, ["<script>alert(1)</script>"])
        assert "<script>alert(1)" not in client.get(address(shown)).content.decode()

    def test_a_file_without_text_has_no_such_page_and_no_link_to_it(self, client, shown):
        kept(shown, ["", ""])
        assert client.get(address(shown)).status_code == 404
        assert "Read as text" not in client.get("/publications/review-of-sim/").content.decode()


class WhoMayReadTests:
    """The same answers as the file itself gives."""

    @pytest.mark.django_db
    def test_a_file_that_nothing_public_shows_has_no_public_text_or_picture(self, client, document):
        kept(document, ["Secret."], picture=plain("JPEG", size=(240, 339)))
        answers = [
            client.get(url)
            for url in (
                address(document),
                address(document, 9),
                picture_address(document),
                "/files/aaaaaaaaaaaaaaaa/text/1/",
                document.url,
            )
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
        assert len({answer.content for answer in answers}) == 1

    @pytest.mark.django_db
    def test_staff_may_and_nothing_of_it_is_kept_by_a_cache(self, client, document, django_user_model):
        kept(document, ["Secret."], picture=plain("JPEG", size=(240, 339)))
        client.force_login(django_user_model.objects.create_superuser("boss"))
        for url in (address(document), picture_address(document)):
            response = client.get(url)
            assert response.status_code == 200
            assert response["Cache-Control"] == "private, no-store"

    def test_they_close_with_the_branch(self, client, pictured, publication):
        assert client.get(address(pictured)).status_code == 200
        assert client.get(picture_address(pictured)).status_code == 200
        PageViewRestriction.objects.create(page=publication, restriction_type="login")
        assert client.get(address(pictured)).status_code == 404
        assert client.get(picture_address(pictured)).status_code == 404

    def test_withdrawn_they_answer_like_the_file(self, client, pictured, publication):
        PublicationPage.objects.update(state="withdrawn", withdrawn_reason="It was wrong.")
        for url in (pictured.url, address(pictured), picture_address(pictured)):
            response = client.get(url)
            assert response.status_code == 410
            assert "It was wrong." in response.content.decode()

    def test_taken_down_they_answer_like_the_file_at_once(
        self, client, pictured, django_user_model, django_capture_on_commit_callbacks
    ):
        officer = django_user_model.objects.create_user("officer")
        officer.user_permissions.add(Permission.objects.get(codename="take_down_document"))
        stored = pictured.reading.picture.name
        with django_capture_on_commit_callbacks(execute=True):
            take_down(pictured, officer, "It named somebody.", timezone.now())
        for url in (pictured.url, address(pictured), picture_address(pictured)):
            response = client.get(url)
            assert response.status_code == 410
            assert "It named somebody." in response.content.decode()
            assert response["Cache-Control"] == "private, no-store"
        assert not default_storage.exists(stored)


class PictureTests:
    def test_it_is_sent_as_what_it_is(self, client, pictured):
        response = client.get(picture_address(pictured))
        assert b"".join(response.streaming_content) == plain("JPEG", size=(240, 339))
        assert response["Content-Type"] == "image/jpeg"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cache-Control"] == "public, no-cache"
        assert (
            client.get(picture_address(pictured), headers={"If-None-Match": response["ETag"]}).status_code
            == 304
        )

    def test_one_that_the_disk_has_lost_is_not_found(self, client, pictured):
        default_storage.delete(pictured.reading.picture.name)
        assert client.get(picture_address(pictured)).status_code == 404

    def test_it_is_not_reachable_beside_the_check(self, client, pictured):
        assert client.get(f"/media/{pictured.reading.picture.name}").status_code == 404


class LinkLineTests:
    def test_it_says_type_size_pages_language_and_date_and_leads_to_the_text(self, client, pictured):
        DocumentVersion.objects.update(uploaded_at=datetime(2026, 3, 4, 12, tzinfo=UTC))
        html = client.get("/publications/review-of-sim/").content.decode()
        for words in ("PDF", "kB", "1 page", "English", "4 March 2026"):
            assert words in html
        assert f'href="{address(pictured)}"' in html
        assert f'src="{picture_address(pictured)}" alt="" width="240" height="339" loading="lazy"' in html
