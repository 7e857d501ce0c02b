"""Files are public while something public shows them, and not a request longer."""

import hashlib
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, PageViewRestriction

from documents.models import CustomDocument, PublicationFile

FIRST = b"%PDF-1.7 first version"
SECOND = b"%PDF-1.7 second version"


def body(response):
    return b"".join(response.streaming_content)


def replace(document, content=SECOND, name="findings-final.pdf"):
    document.file = ContentFile(content, name=name)
    document.save()
    return document


class WhoMayOpenTests:
    @pytest.mark.django_db
    def test_an_uploaded_document_is_not_public(self, client, document):
        assert client.get(document.url).status_code == 404

    def test_it_is_public_while_a_live_page_shows_it(self, client, shown):
        assert body(client.get(shown.url)) == FIRST

    def test_it_closes_when_the_page_is_unpublished(self, client, shown, publication):
        publication.unpublish()
        assert client.get(shown.url).status_code == 404

    def test_it_closes_when_the_page_expires_by_the_clock(self, client, shown, publication):
        type(publication).objects.filter(pk=publication.pk).update(
            expire_at=timezone.now() - timedelta(seconds=1)
        )
        assert client.get(shown.url).status_code == 404

    def test_it_closes_when_the_branch_becomes_private(self, client, shown, publication):
        PageViewRestriction.objects.create(page=publication.get_parent(), restriction_type="login")
        assert client.get(shown.url).status_code == 404

    def test_it_closes_when_it_is_taken_off_the_page(self, client, shown, publication):
        publication.files.clear()
        publication.change_note = "The file is gone."
        publication.save_revision().publish()
        assert client.get(shown.url).status_code == 404

    def test_a_draft_that_names_it_does_not_open_it(self, client, document, publication):
        publication.body = [("document_list", {"heading": "", "documents": [document]})]
        publication.save_revision()
        assert client.get(document.url).status_code == 404

    def test_a_link_in_a_text_opens_it(self, client, document, publication):
        publication.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">findings</a></p>')]
        publication.save_revision().publish()
        assert client.get(document.url).status_code == 200

    @pytest.mark.django_db
    def test_staff_who_work_with_it_may_open_it_before_and_it_is_not_cached(
        self, client, document, django_user_model
    ):
        group = Group.objects.create(name="Desk")
        permission = Permission.objects.get(codename="change_document", content_type__app_label="wagtaildocs")
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
        user = django_user_model.objects.create_user("clerk", password="long enough to do")
        client.force_login(user)
        assert client.get(document.url).status_code == 404
        user.groups.add(group)
        response = client.get(document.url)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
        assert "ETag" not in response

    def test_wrong_id_wrong_name_and_private_answer_alike(self, client, document, publication):
        answers = [
            client.get(f"/files/{document.public_id}/findings.pdf"),
            client.get(f"/files/{document.public_id}/other.pdf"),
            client.get("/files/aaaaaaaaaaaaaaaa/findings.pdf"),
            client.get(f"/files/{document.public_id}/v1/findings.pdf"),
            client.get(f"/files/{document.public_id}/v9/findings.pdf"),
            client.get(f"/files/{document.pk}/findings.pdf"),
        ]
        assert {a.status_code for a in answers} == {404}
        assert len({tuple(sorted(a.headers.items())) for a in answers}) == 1
        assert len({a.content for a in answers}) == 1

    def test_the_file_is_not_reachable_beside_the_check(self, client, shown):
        assert client.get(f"/media/{shown.file.name}").status_code == 404


class VersionTests:
    def test_replacing_keeps_the_link_and_the_old_bytes(self, client, shown):
        old_link = shown.url
        first = shown.versions.get()
        replace(shown)
        response = client.get(old_link)
        assert response.status_code == 302
        assert response.url == shown.url
        assert body(client.get(shown.url)) == SECOND
        assert body(client.get(shown.version_url(first))) == FIRST
        assert [v.number for v in shown.versions.all()] == [2, 1]

    def test_a_version_that_was_replaced_before_it_was_public_stays_private(
        self, client, admin_client, document, publication
    ):
        first = document.versions.get()
        replace(document)
        publication.files.add(PublicationFile(document=document))
        publication.save_revision().publish()
        assert client.get(document.url).status_code == 200
        nowhere = client.get(f"/files/{document.public_id}/v9/findings.pdf")
        for address in (document.version_url(first), f"/files/{document.public_id}/v1/wrong.pdf"):
            answer = client.get(address)
            assert answer.status_code == 404
            assert answer.headers == nowhere.headers
            assert answer.content == nowhere.content
        staff = admin_client.get(document.version_url(first))
        assert body(staff) == FIRST
        assert staff["Cache-Control"] == "private, no-store"

    @pytest.mark.django_db
    def test_a_failed_save_keeps_the_old_file_and_leaves_no_new_one(self, document):
        old = document.file.name
        storage = document.file.storage
        document.file = ContentFile(SECOND, name="findings.pdf")
        document.title = None  # the database refuses it
        with pytest.raises(Exception, match="title"):
            document.save()
        assert storage.exists(old)
        assert not storage.exists(document.file.name)
        assert CustomDocument.objects.get().file.name == old

    def test_a_replacement_that_is_rolled_back_leaves_the_old_file_in_place(self, client, shown):
        with transaction.atomic():
            replace(shown)
            transaction.set_rollback(True)
        document = CustomDocument.objects.get()
        assert document.versions.count() == 1
        assert body(client.get(document.url)) == FIRST

    @pytest.mark.django_db
    def test_a_file_that_was_stored_before_its_document_is_a_version_too(self):
        document = CustomDocument(title="Findings")
        document.file.save("findings.pdf", ContentFile(FIRST), save=False)
        document.save()
        assert document.versions.get().size == len(FIRST)

    @pytest.mark.django_db
    def test_every_version_has_its_sha256(self, document):
        assert document.versions.get().sha256 == hashlib.sha256(FIRST).hexdigest()

    @pytest.mark.django_db
    def test_changing_the_title_makes_no_version(self, document):
        document.title = "Findings of the review"
        document.save()
        assert document.versions.count() == 1


class ResponseTests:
    def test_headers_keep_a_browser_from_being_tricked(self, client, shown):
        response = client.get(shown.url)
        assert response["Content-Type"] == "application/pdf"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert (
            response["Content-Disposition"]
            == "inline; filename=\"findings.pdf\"; filename*=UTF-8''findings.pdf"
        )
        assert response["Cache-Control"] == "public, no-cache"

    def test_a_page_of_html_is_a_sandboxed_download(self, client, shown):
        replace(shown, b"<script>alert(1)</script>", "page.html")
        response = client.get(shown.url)
        assert response["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response["Content-Security-Policy"]

    def test_a_name_in_another_script_survives(self, client, shown):
        replace(shown, SECOND, "报告.pdf")
        response = client.get(shown.url)
        assert response["Content-Disposition"].endswith("filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf")

    def test_a_range_answers_with_that_part(self, client, shown):
        response = client.get(shown.url, headers={"Range": "bytes=5-7"})
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes 5-7/{len(FIRST)}"
        assert body(response) == FIRST[5:8]

    def test_a_browser_that_takes_compressed_pages_gets_the_file_as_it_is(self, client, shown):
        long = b"%PDF-1.7 " + b"first version " * 100
        shown.file = ContentFile(long, name="long.pdf")
        shown.save()
        takes = {"Accept-Encoding": "gzip, deflate, br"}
        whole = client.get(shown.url, headers=takes)
        part = client.get(shown.url, headers={**takes, "Range": "bytes=9-508", "If-Range": whole["ETag"]})
        for response, expected in ((whole, long), (part, long[9:509])):
            assert "Content-Encoding" not in response
            assert response["Content-Length"] == str(len(expected))
            assert b"".join(response.streaming_content) == expected
        assert not part["ETag"].startswith("W/")
        assert client.get("/", headers=takes)["Content-Encoding"] == "gzip"

    def test_a_range_outside_the_file_is_refused(self, client, shown):
        response = client.get(shown.url, headers={"Range": "bytes=999-"})
        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(FIRST)}"

    def test_a_range_that_no_file_reaches_is_ignored(self, client, shown):
        response = client.get(shown.url, headers={"Range": f"bytes={'9' * 5000}-"})
        assert response.status_code == 200
        assert body(response) == FIRST

    def test_a_range_of_another_version_gives_the_whole_file(self, client, shown):
        response = client.get(shown.url, headers={"Range": "bytes=0-1", "If-Range": '"other"'})
        assert response.status_code == 200
        assert body(response) == FIRST

    def test_a_reader_who_has_it_is_told_so(self, client, shown):
        etag = client.get(shown.url)["ETag"]
        response = client.get(shown.url, headers={"If-None-Match": etag})
        assert response.status_code == 304

    @pytest.mark.parametrize("form", ["*", "W/{}", '"another", W/{}'])
    def test_so_is_one_who_says_it_otherwise(self, client, shown, form):
        held = form.format(client.get(shown.url)["ETag"])
        assert client.get(shown.url, headers={"If-None-Match": held}).status_code == 304

    @pytest.mark.parametrize("held", ['"*"', 'W/"another"', '"another", *'])
    def test_one_who_has_another_gets_it(self, client, shown, held):
        assert client.get(shown.url, headers={"If-None-Match": held}).status_code == 200

    def test_head_gives_the_size_and_no_bytes(self, client, shown):
        response = client.head(shown.url)
        assert response["Content-Length"] == str(len(FIRST))

    def test_nothing_can_be_posted(self, client, shown):
        assert client.post(shown.url).status_code == 405
