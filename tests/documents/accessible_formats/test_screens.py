"""Requests are found and answered in the admin, and forgotten in time."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission

from documents.accessible_formats.erasure import erase_old_requests
from documents.models import CustomDocument, FormatReply, FormatRequest

INDEX = "/admin/format-requests/"


@pytest.fixture
def sign_in(client, django_user_model, home):
    """Signs somebody in who holds a role for the whole site."""

    def as_role(group, username="somebody"):
        call_command("sync_roles")
        user = django_user_model.objects.create_user(username, f"{username}@example.org")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return as_role


@pytest.fixture
def made(shown, publication):
    """A request for the public document in large print."""
    return FormatRequest.objects.create(
        document=shown,
        publication=publication,
        wanted="large_print",
        message="18 point, please.",
        name="Sam Reader",
        email="reader@example.org",
        asked_at=timezone.now(),
        promised_on=timezone.localdate() + timedelta(days=7),
    )


@pytest.fixture
def large_print(db):
    """The file in large print."""
    return CustomDocument.objects.create(
        title="Findings in large print", file=ContentFile(b"%PDF-1.7 large", name="large.pdf")
    )


@pytest.fixture
def answer(client, made, django_capture_on_commit_callbacks):
    """Send the form of the case, and let the background do its work."""

    def answer(**changed):
        given = {"text": "Here it is.", "closes": "on", "file_format": "large_print", **changed}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"{INDEX}edit/{made.pk}/", given)

    return answer


class WhoMayTests:
    @pytest.mark.parametrize("role", ["Document officers", "Publishers", "Administrators"])
    def test_those_who_answer_find_it(self, client, sign_in, made, role):
        sign_in(role)
        assert made.reference in client.get(INDEX).content.decode()
        assert "reader@example.org" in client.get(f"{INDEX}edit/{made.pk}/").content.decode()

    def test_an_editor_sees_nothing_of_who_asked(self, client, sign_in, made, answer):
        sign_in("Editors")
        for url in (INDEX, f"{INDEX}edit/{made.pk}/"):
            assert client.get(url).status_code == 302
        answer()
        assert not FormatReply.objects.exists()
        assert "Requests for accessible formats" not in client.get("/admin/").content.decode()


class AnsweringTests:
    def test_the_answer_goes_out_by_e_mail_with_the_file(self, sign_in, made, answer, large_print):
        user = sign_in("Publishers")
        assert answer(new_file=large_print.pk).status_code == 302
        (letter,) = mail.outbox
        assert letter.to == ["reader@example.org"]
        assert "Here it is." in letter.body
        assert letter.attachments[0].content == b"%PDF-1.7 large"
        made.refresh_from_db()
        reply = made.replies.get()
        assert (reply.written_by, bool(reply.sent_at), made.is_open) == (user, True, False)

    def test_a_file_with_an_open_warning_is_not_sent(self, sign_in, made, answer, large_print):
        sign_in("Document officers")
        CustomDocument.objects.filter(pk=large_print.pk).update(open_warnings=1)
        response = answer(new_file=large_print.pk)
        assert "The inspection warned of something in “Findings in large print”." in response.content.decode()
        assert not mail.outbox
        assert not FormatReply.objects.exists()

    def test_a_file_from_a_collection_that_is_closed_to_them_is_not_sent(
        self, sign_in, made, answer, large_print
    ):
        user = sign_in("Document officers")
        GroupCollectionPermission.objects.filter(group__in=user.groups.all()).update(
            collection=Collection.get_first_root_node().add_child(name="Open to them")
        )
        assert answer(new_file=large_print.pk).status_code == 200
        assert not mail.outbox

    def test_a_publisher_puts_the_file_on_the_publication_for_the_next_reader(
        self, client, sign_in, publication, answer, large_print
    ):
        sign_in("Publishers")
        answer(new_file=large_print.pk, add_to_page="on")
        client.logout()
        html = client.get(publication.url).content.decode()
        assert large_print.url in html
        assert "Large print" in html
        assert client.get(large_print.url).status_code == 200

    def test_a_document_officer_puts_it_into_the_draft_and_is_told_so(
        self, client, sign_in, publication, answer, large_print
    ):
        sign_in("Document officers")
        response = answer(new_file=large_print.pk, add_to_page="on")
        assert "in the draft" in client.get(response.url).content.decode()
        publication.refresh_from_db()
        assert publication.has_unpublished_changes
        assert publication.files.count() == 1
        assert publication.get_latest_revision_as_object().files.count() == 2

    def test_somebody_elses_draft_does_not_go_out_with_it(self, sign_in, publication, answer, large_print):
        publication.title = "Not yet for the public"
        publication.save_revision()
        sign_in("Publishers")
        answer(new_file=large_print.pk, add_to_page="on")
        publication.refresh_from_db()
        assert publication.live_revision_id != publication.latest_revision_id
        assert publication.title == "Review of SIM"

    def test_without_words_nothing_is_sent_and_the_choice_is_kept(self, sign_in, answer, large_print):
        sign_in("Publishers")
        response = answer(text="", new_file=large_print.pk)
        assert "Nothing was sent" in response.content.decode()
        assert f'value="{large_print.pk}"' in response.content.decode()
        assert mail.outbox == []

    def test_an_answer_for_the_time_being_leaves_it_open(self, sign_in, made, answer):
        sign_in("Publishers")
        answer(closes="")
        made.refresh_from_db()
        assert made.is_open


class OverdueTests:
    def test_it_is_flagged_in_the_list_and_on_the_first_screen(self, client, sign_in, made):
        FormatRequest.objects.update(promised_on=date(2026, 1, 5))
        sign_in("Document officers")
        assert "Overdue" in client.get(INDEX).content.decode()
        assert "Overdue: AF-" in client.get("/admin/").content.decode()
        assert made.reference in client.get(f"{INDEX}?state=overdue").content.decode()
        assert made.reference not in client.get(f"{INDEX}?state=closed").content.decode()


class ErasureTests:
    def test_who_asked_is_forgotten_a_year_after_the_answer_and_the_count_stays(self, client, sign_in, made):
        now = timezone.now()
        FormatReply.objects.create(request=made, text="Dear Sam", written_at=now)
        FormatRequest.objects.update(closed_at=now - timedelta(days=364))
        assert erase_old_requests(now) == 0
        FormatRequest.objects.update(closed_at=now - timedelta(days=366))
        assert erase_old_requests(now) == 1
        assert erase_old_requests(now) == 0
        made.refresh_from_db()
        assert (made.name, made.email, made.message) == ("", "", "")
        assert made.replies.get().text == ""
        assert made.wanted == "large_print"
        sign_in("Publishers")
        html = client.get(f"{INDEX}edit/{made.pk}/").content.decode()
        assert "Erased on" in html
        assert "Send the answer" not in html

    def test_an_open_request_is_never_forgotten(self, made):
        assert erase_old_requests(timezone.now() + timedelta(days=4000)) == 0
