"""The register can be read and checked from outside, and a reader can check a file."""

import hashlib

import pytest
from django.core.files.base import ContentFile


class RegisterPageTests:
    def test_shows_every_line(self, client, shown):
        text = client.get("/files/register/").content.decode()
        assert "Findings" in text
        assert shown.versions.get().sha256 in text

    @pytest.mark.django_db
    def test_an_empty_register_says_so(self, client):
        assert "Nothing has been published yet" in client.get("/files/register/").content.decode()

    def test_the_data_lets_anybody_check_the_chain(self, client, shown, publication):
        publication.unpublish()
        lines = client.get("/files/register.json").json()["lines"]
        assert lines[1]["previous_digest"] == lines[0]["digest"]
        line = lines[0]
        assert line["title_seal"] == hashlib.sha256(f"{line['salt']}\nFindings".encode()).hexdigest()
        assert client.get("/files/register.json?after=1").json()["lines"] == lines[1:]

    @pytest.mark.django_db
    def test_nonsense_is_refused(self, client):
        assert client.get("/files/register.json?after=x").status_code == 400


class VerifyTests:
    def answer(self, client, content):
        return client.get(
            "/files/verify/", {"sha256": hashlib.sha256(content).hexdigest().upper()}
        ).content.decode()

    def test_the_newest_version_is_known_as_such(self, client, shown):
        assert "the newest version" in self.answer(client, b"%PDF-1.7 first version")

    def test_an_older_version_names_the_newer_one(self, client, shown):
        shown.file = ContentFile(b"%PDF-1.7 second", name="findings.pdf")
        shown.save()
        text = self.answer(client, b"%PDF-1.7 first version")
        assert "there is a newer version" in text
        assert shown.url in text

    def test_a_withdrawn_file_is_known_and_not_linked(self, client, shown, publication):
        publication.unpublish()
        text = self.answer(client, b"%PDF-1.7 first version")
        assert "no longer do" in text
        assert shown.url not in text

    def test_an_unpublished_file_is_unknown(self, client, document):
        assert "We do not know this file" in self.answer(client, b"%PDF-1.7 first version")

    @pytest.mark.django_db
    def test_bad_input_is_said_beside_the_field_and_kept(self, client):
        response = client.get("/files/verify/", {"sha256": "<b>abc"})
        assert response.status_code == 400
        assert "64 digits and letters" in response.content.decode()
        assert 'value="&lt;b&gt;abc"' in response.content.decode()
