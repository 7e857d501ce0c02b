"""Uploaded files in an S3-compatible store do all that they do on a disk, and answer through the site alone."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from environs import Env

from documents.models import CustomDocument, RegisterEntry
from documents.register import faults
from documents.takedown import destroy, put_back, take_down
from partnership.object_storage import ObjectReader, PartnershipObjectStorage
from partnership.settings.files import uploaded_files

FIRST = b"%PDF-1.7 first version"
SECOND = b"%PDF-1.7 second version"


@pytest.fixture
def kept(bucket, shown):
    """A public document whose bytes are in the bucket."""
    assert [entry.key for entry in bucket.objects.all()] == [shown.file.name]
    return shown


def body(response):
    return b"".join(response.streaming_content)


class NamesTests:
    def test_the_same_rules_as_on_a_disk(self, bucket, db):
        document = CustomDocument.objects.create(
            title="Names", file=ContentFile(FIRST, name="\u202efdp.\u7cbe" + "\u795e" * 200 + ".pdf")
        )
        name = document.file.name.rpartition("/")[2]
        assert name.endswith(".pdf")
        assert len(name.encode()) <= 200
        assert "\u202e" not in name
        assert default_storage.exists(document.file.name)

    def test_an_upload_never_takes_the_place_of_another(self, bucket):
        names = [default_storage.save("folder/a.pdf", ContentFile(words)) for words in (FIRST, SECOND)]
        assert len(set(names)) == 2
        assert default_storage.open(names[0]).read() == FIRST


class ServingTests:
    def test_it_is_given_out_by_the_site_after_its_check(self, client, kept, publication):
        response = client.get(kept.url)
        assert body(response) == FIRST
        assert response["Content-Type"] == "application/pdf"
        publication.unpublish()
        assert client.get(kept.url).status_code == 404

    @pytest.mark.parametrize(
        ("asked", "part", "answered"),
        [("0-3", FIRST[:4], "0-3"), ("5-", FIRST[5:], "5-21"), ("-7", FIRST[-7:], "15-21")],
    )
    def test_a_range_is_that_range(self, client, kept, asked, part, answered):
        response = client.get(kept.url, headers={"Range": f"bytes={asked}"})
        assert response.status_code == 206
        assert body(response) == part
        assert response["Content-Range"] == f"bytes {answered}/{len(FIRST)}"

    def test_a_range_outside_is_refused(self, client, kept):
        assert client.get(kept.url, headers={"Range": "bytes=99-"}).status_code == 416

    def test_no_address_of_the_store_is_ever_given(self, bucket, kept, client, publication, store):
        assert default_storage.url("images/a b.png") == "/media/images/a%20b.png"
        assert store not in client.get(publication.url).content.decode()

    def test_a_file_that_is_gone_from_the_store_is_not_found(self, client, kept, bucket):
        bucket.objects.all().delete()
        assert client.get(kept.url).status_code == 404

    def test_the_bucket_has_no_public_objects(self, bucket, kept):
        grants = [grant for entry in bucket.objects.all() for grant in entry.Acl().grants]
        assert not any("URI" in grant["Grantee"] for grant in grants)


class ReadingTests:
    def test_it_seeks_by_asking_for_the_rest_from_there(self, bucket):
        bucket.put_object(Key="letters", Body=b"abcdefghij")
        with ObjectReader(bucket.Object("letters")) as reader:
            assert reader.read(2) == b"ab"
            reader.seek(-3, 2)
            assert (reader.tell(), reader.read()) == (7, b"hij")
            assert reader.read() == b""
            reader.seek(2)
            assert reader.read(1) == b"c"

    def test_one_that_was_written_over_meanwhile_is_not_mixed_in(self, bucket):
        bucket.put_object(Key="letters", Body=b"abcdefghij")
        reader = ObjectReader(bucket.Object("letters"))
        bucket.put_object(Key="letters", Body=b"0123456789")
        with pytest.raises(Exception, match=r"PreconditionFailed|pre-conditions"):
            reader.read()


class VersionTests:
    def test_a_replacement_keeps_the_old_bytes_at_their_own_address(self, client, kept, bucket):
        kept.file = ContentFile(SECOND, name="findings-final.pdf")
        kept.save()
        assert body(client.get(kept.url)) == SECOND
        old = kept.versions.get(number=1)
        assert body(client.get(kept.version_url(old))) == FIRST
        assert len(list(bucket.objects.all())) == 2
        assert [line.event for line in RegisterEntry.objects.order_by("number")] == ["published", "replaced"]
        assert list(faults()) == []

    def test_a_row_that_cannot_be_written_leaves_no_bytes(self, bucket, db):
        taken = CustomDocument.objects.create(title="First", file=ContentFile(FIRST, name="a.pdf"))
        with pytest.raises(IntegrityError), transaction.atomic():
            CustomDocument.objects.create(
                title="Second", public_id=taken.public_id, file=ContentFile(SECOND, name="b.pdf")
            )
        assert [entry.key for entry in bucket.objects.all()] == [taken.file.name]


class TakedownTests:
    @pytest.fixture
    def officers(self, django_user_model):
        """Two people who may take files down."""
        permission = Permission.objects.get(codename="take_down_document")
        people = [django_user_model.objects.create_user(n, f"{n}@example.org") for n in ("first", "second")]
        for person in people:
            person.user_permissions.add(permission)
        return people

    @pytest.fixture
    def down(self, kept, officers, django_capture_on_commit_callbacks):
        """The document, taken down."""
        with django_capture_on_commit_callbacks(execute=True):
            return take_down(kept, officers[0], "It contained personal information.", timezone.now())

    def test_the_bytes_lie_in_quarantine_and_nowhere_else(self, client, kept, bucket, down):
        assert client.get(kept.url).status_code == 410
        assert [entry.key.split("/")[0] for entry in bucket.objects.all()] == ["quarantine"]

    def test_they_come_back(self, client, kept, officers, down, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            put_back(down, officers[1], "It was the wrong file.", timezone.now())
        assert body(client.get(kept.url)) == FIRST

    def test_they_are_destroyed(self, bucket, officers, down, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            destroy(down, officers[1], "They were personal.", timezone.now())
        assert list(bucket.objects.all()) == []


class SettingsTests:
    def test_a_bucket_named_is_a_bucket_used(self, monkeypatch):
        monkeypatch.setenv("S3_BUCKET", "ours")
        monkeypatch.setenv("S3_ENDPOINT_URL", "https://store.example")
        chosen = uploaded_files(Env())
        storage = PartnershipObjectStorage(**chosen["OPTIONS"])
        assert (storage.bucket_name, storage.endpoint_url) == ("ours", "https://store.example")
        assert not storage.file_overwrite

    def test_without_one_files_are_on_the_disk(self, monkeypatch):
        monkeypatch.delenv("S3_BUCKET", raising=False)
        assert uploaded_files(Env())["BACKEND"] == "partnership.storage.PartnershipStorage"
