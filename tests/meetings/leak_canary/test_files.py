"""What files tell: papers, their pages and pictures, packs and bytes, asked for in every way."""

import pytest
from django.urls import reverse

from meetings.models import PackBuild

from .asking import client_of, listen
from .planting import CANARY
from .test_on_the_site import WITHOUT_GRANT


def pack_of(planted) -> str:
    """Where the members' pack is."""
    return reverse("pack", args=[planted.document.public_id, planted.version.filename])


def closed_to(planted) -> list[str]:
    """The addresses of what is private."""
    document, version = planted.document, planted.version
    return [
        document.url,
        document.version_url(version),
        reverse("page_text", args=[document.public_id, 1]),
        reverse("first_page", args=[document.public_id, 1]),
        reverse("request_format", args=[document.public_id]),
        pack_of(planted),
    ]


@pytest.mark.parametrize("who", WITHOUT_GRANT)
def test_nobody_without_a_grant_has_a_byte(planted, who):
    client = client_of(planted, who)
    asked = ({}, {"range": "bytes=0-40"}, {"if-none-match": f'"{planted.version.sha256}"'})
    asked += ({"if-range": f'"{planted.version.sha256}"', "range": "bytes=0-4"},)
    for url in closed_to(planted):
        for headers in asked:
            assert listen(client, url, planted, **headers).status_code == 404, (url, headers)
    assert client.head(planted.document.url).status_code == 404
    for url in (
        f"/files/verify/?sha256={planted.version.sha256}",
        f"/media/{planted.version.file.name}",
        *(f"/media/{build.file.name}" for build in PackBuild.objects.all()),
        f"/documents/{planted.document.pk}/{planted.version.filename}",
    ):
        listen(client, url, planted)
    assert planted.heard == []


def test_what_is_private_answers_as_what_is_not_there(planted):
    """Neither the status nor a header tells one from the other."""
    client = client_of(planted, "")
    for url in (planted.document.url, pack_of(planted)):
        there, elsewhere = client.get(url), client.get(url.replace(planted.document.public_id, "a" * 16))
        assert there.status_code == elsewhere.status_code == 404
        assert set(there.headers) == set(elsewhere.headers)
        assert there.get("Cache-Control") == elsewhere.get("Cache-Control")


def test_a_member_has_the_pack_and_the_paper_that_nobody_keeps(planted):
    client = client_of(planted, "member")
    for url in (pack_of(planted), planted.document.url):
        planted.heard.clear()
        answer = listen(client, url, planted)
        assert planted.heard == [url]
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_a_private_document_cannot_be_made_public_by_naming_it(planted):
    """Somebody who guesses the key of a private document gets it onto a page."""
    planted.document.publication_files.create(publication=planted.tree.publication)
    planted.tree.publication.save_revision()
    assert client_of(planted, "").get(planted.document.url).status_code == 404
    assert CANARY not in client_of(planted, "").get(planted.tree.publication.get_url()).content.decode()
