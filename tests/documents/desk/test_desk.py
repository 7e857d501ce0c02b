"""The upload desk: files come in, are looked at, and are handed on."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page

from documents.desk.views import UNDECIDED
from documents.models import AcceptedWarning, CustomDocument, PublicationPage, Upload
from tests.documents.inspection import files
from tests.factories.admin_forms import errors_shown
from tests.factories.people import make_person

from .pressing import DESK, PERSONAL, form_values_of_desk, send, words

POSING = b"%PDF-1.4<html><script>alert(1)</script></html>"


def stored(folder) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


class BringingInTests:
    def test_each_file_is_kept_with_its_report_or_sent_back_with_the_reason(self, bring, media):
        screen = bring({"good.pdf": files.clean_pdf(pages=3), "posing.pdf": POSING, "run.exe": files.PROGRAM})
        assert [upload.filename for upload in Upload.objects.all()] == ["good.pdf"]
        assert "its content is a web page" in words(screen)
        assert "Not taken" in words(screen)
        assert stored(media) == ["good.pdf"]
        assert "3 pages" in words(screen)

    def test_title_and_language_come_from_the_file_or_its_name(self, bring):
        bring({"good.pdf": files.clean_pdf(), "Notes_of-the day.txt": b"Words."})
        assert list(Upload.objects.order_by("pk").values_list("title", "language")) == [
            ("Findings", "en-GB"),
            ("Notes of the day", "en-GB"),
        ]

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.pdf", b""),
            ("review", b"words"),
            ("papers.zip", files.zip_of({"<b>.exe": files.PROGRAM})),
            ("notes.docx", files.docx(parts={"word/vbaProject.bin": "x"})),
            ("long" * 80 + ".pdf", POSING),
        ],
    )
    def test_every_bad_file_is_answered_in_words(self, client, officer, media, name, content):
        answer = client.post(
            reverse("upload_desk:receive"),
            {"files": SimpleUploadedFile(name, content)},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        (one,) = answer.json()["files"]
        assert (one["on_desk"], one["says"]) == (False, "Not taken")
        assert "<b>" not in one["html"]
        assert stored(media) == []

    def test_a_script_is_answered_with_the_piece_of_the_screen(self, client, officer):
        data = {"files": SimpleUploadedFile("a.pdf", files.clean_pdf(words=PERSONAL))}
        answer = client.post(
            reverse("upload_desk:receive"), data, headers={"X-Requested-With": "XMLHttpRequest"}
        )
        (one,) = answer.json()["files"]
        assert (one["on_desk"], one["says"]) == (True, "Ready, with 1 warning")
        assert "mobile telephone number" in one["html"]

    def test_a_clean_file_shows_no_warning(self, bring):
        assert "desk-warning" not in words(bring({"good.pdf": files.clean_pdf()}))

    def test_without_a_file_it_says_so(self, bring):
        assert "Choose a file first." in words(bring({}))

    def test_a_file_that_is_too_big_says_how_big_it_may_be(self, bring, settings):
        settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
        assert "At most 100\xa0bytes can be uploaded." in words(bring({"good.pdf": files.clean_pdf()}))

    def test_what_is_in_the_library_is_offered(self, client, bring):
        content = files.clean_pdf()
        bring({"good.pdf": content})
        send(client, "file", **{"to-destination": "library"})
        document = CustomDocument.objects.get(title="Findings")
        screen = bring({"again.pdf": content})
        assert "This very file is in the library already." in words(screen)
        assert reverse("wagtaildocs:edit", args=[document.pk]) in words(screen)

    def test_others_desks_are_their_own(self, client, bring):
        bring({"good.pdf": files.clean_pdf()})
        client.force_login(make_person("editors"))
        assert "good.pdf" not in words(client.get(DESK))
        upload = Upload.objects.get()
        assert client.get(reverse("upload_desk:original", args=[upload.pk])).status_code == 302

    @pytest.mark.parametrize("role", ["committee_members"])
    def test_it_is_for_those_who_may_add_documents(self, client, tree, role):
        client.force_login(make_person(role, tree.committee))
        assert client.get(DESK).status_code in (302, 403)
        answer = client.post(reverse("upload_desk:receive"), {"files": SimpleUploadedFile("a.txt", b"Words")})
        assert answer.status_code in (302, 403)
        assert not Upload.objects.exists()

    def test_the_desk_costs_as_much_with_many_files(self, client, bring, django_assert_max_num_queries):
        bring({"good.pdf": files.clean_pdf(words=PERSONAL)})
        client.get(DESK)
        with django_assert_max_num_queries(60) as few:
            client.get(DESK)
        for _ in range(20):
            upload = Upload.objects.first()
            upload.pk = None
            upload.save()
        with django_assert_max_num_queries(len(few)):
            client.get(DESK)

    def test_wagtails_own_screen_leads_here(self, client, officer):
        assert client.get(reverse("wagtaildocs:add_multiple")).url == DESK


class HandingOnTests:
    def test_to_a_new_publication_submitted_for_approval(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf(), "two.pdf": files.clean_pdf(pages=2)})
        answer = send(
            client,
            "submit",
            **{
                "to-destination": "new",
                "to-title": "A new review",
                "to-kind": "review",
                "to-organisation": tree.trust.pk,
            },
        )
        page = PublicationPage.objects.get(title="A new review")
        assert "submitted for publication" in words(answer)
        assert page.workflow_in_progress
        assert not page.live
        assert page.files.count() == 2
        assert not Upload.objects.exclude(state=Upload.State.FILED).exists()

    def test_to_what_was_awaited(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf()})
        PublicationPage.objects.filter(pk=tree.publication.pk).update(state="awaited")
        send(client, "file", **{"to-destination": "existing", "to-publication": tree.publication.pk})
        draft = PublicationPage.objects.get(pk=tree.publication.pk).get_latest_revision_as_object()
        assert [row.document.title for row in draft.files.all()] == ["Findings"]
        assert draft.is_awaited

    def test_a_warning_stops_the_submission_and_says_so_beside_it(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf(words=PERSONAL)})
        to = {
            "to-destination": "new",
            "to-title": "Another review",
            "to-kind": "review",
            "to-organisation": tree.trust.pk,
        }
        answer = send(client, "submit", **to)
        assert UNDECIDED in errors_shown(answer)
        assert 'value="Another review"' in words(answer)
        assert not PublicationPage.objects.filter(title="Another review").exists()
        assert Upload.objects.get().state == "on_desk"

    def test_a_draft_may_carry_a_warning(self, client, bring):
        bring({"one.pdf": files.clean_pdf(words=PERSONAL)})
        send(client, "file", **{"to-destination": "new", "to-title": "A draft", "to-kind": "review"})
        assert PublicationPage.objects.get(title="A draft").files.count() == 1

    def test_what_a_new_publication_lacks_is_said_beside_the_field_that_asks_for_it(
        self, client, bring, tree, media
    ):
        bring({"one.pdf": files.clean_pdf()})
        upload, before = Upload.objects.get(), stored(media)
        to = {"to-destination": "new", "to-title": "A new plan", "to-kind": "plan"}
        answer = send(client, "submit", **to, **{f"file-{upload.pk}-title": "A better title"})
        assert "Say which organisation publishes it, or owes it." in errors_shown(answer)
        assert 'value="A new plan"' in words(answer)
        assert 'value="A better title"' in words(answer)
        assert stored(media) == before
        assert not PublicationPage.objects.filter(title="A new plan").exists()
        assert not CustomDocument.objects.filter(title="A better title").exists()
        answer = send(client, "submit", **to, **{"to-organisation": tree.trust.pk})
        assert "submitted for publication" in words(answer)
        assert [
            row.document.title for row in PublicationPage.objects.get(title="A new plan").files.all()
        ] == ["A better title"]

    def test_what_a_publication_lacks_is_asked_on_the_desk(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf()})
        page = tree.publication
        page.organisation = None
        page.save_revision()
        to = {"to-destination": "existing", "to-publication": page.pk}
        answer = send(client, "submit", **to)
        assert "Say which organisation publishes it, or owes it." in errors_shown(answer)
        assert 'name="lacks-organisation"' in words(answer)
        assert not page.get_latest_revision_as_object().files.all()
        asked = {"lacks-asked": "organisation", "lacks-organisation": tree.trust.pk}
        assert "submitted for publication" in words(send(client, "submit", **to, **asked))
        page.refresh_from_db()
        draft = page.get_latest_revision_as_object()
        assert (draft.organisation, draft.files.count()) == (tree.trust, 1)

    def test_only_what_is_lacking_is_filled_in(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf()})
        to = {"to-destination": "new", "to-title": "A plan", "to-kind": "plan"}
        asked = {"lacks-asked": "organisation summary person_in_charge", "lacks-summary": "Not asked for."}
        send(client, "file", **to, **asked, **{"lacks-organisation": tree.trust.pk})
        page = PublicationPage.objects.get(title="A plan")
        assert (page.organisation, page.summary) == (tree.trust, "")

    def test_what_the_desk_cannot_ask_leads_to_the_pages_own_screen(self, client, bring, tree):
        bring({"one.pdf": files.clean_pdf()})
        page = tree.publication
        page.files.create(title="", link_url="https://elsewhere.example/")
        page.save_revision()
        answer = send(client, "submit", **{"to-destination": "existing", "to-publication": page.pk})
        assert "Give each link a title: what readers find behind it." in words(answer)
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in words(answer)
        assert Upload.objects.get().state == "on_desk"

    def test_accepted_with_a_reason_it_is_submitted(self, client, bring, tree, officer):
        bring({"one.pdf": files.clean_pdf(words=PERSONAL)})
        upload = Upload.objects.get()
        to = {
            "to-destination": "new",
            "to-title": "Another review",
            "to-kind": "review",
            "to-organisation": tree.trust.pk,
        }
        send(client, "submit", **to, **{f"file-{upload.pk}-mobile-number-reason": "public"})
        assert PublicationPage.objects.get(title="Another review").workflow_in_progress
        assert AcceptedWarning.objects.get().accepted_by == officer

    def test_another_reason_must_be_said(self, client, bring):
        bring({"one.pdf": files.clean_pdf(words=PERSONAL)})
        upload = Upload.objects.get()
        answer = send(client, "save", **{f"file-{upload.pk}-mobile-number-reason": "other"})
        assert "Say what the reason is." in errors_shown(answer)
        assert not AcceptedWarning.objects.exists()

    def test_one_warning_is_accepted_in_many_files(self, client, bring):
        bring({f"{n}.pdf": files.clean_pdf(pages=n, words=PERSONAL) for n in (1, 2, 3)})
        last = Upload.objects.last()
        values = form_values_of_desk(client)
        del values[f"file-{last.pk}-use"]
        client.post(
            DESK,
            {**values, "do": "accept", "several-code": "mobile-number", "several-reason": "public"},
        )
        assert AcceptedWarning.objects.count() == 2

    def test_what_was_typed_is_kept_when_something_is_missing(self, client, bring):
        bring({"one.pdf": files.clean_pdf()})
        upload = Upload.objects.get()
        answer = send(
            client, "submit", **{f"file-{upload.pk}-title": "", "to-destination": "new", "to-title": "Kept"}
        )
        assert "Give it a title: it is what the link says." in errors_shown(answer)
        assert 'value="Kept"' in words(answer)
        assert not CustomDocument.objects.filter(title="Findings").exists()

    def test_the_title_that_is_given_is_in_the_file(self, client, bring):
        bring({"one.pdf": files.clean_pdf(author="Jo Doe")})
        upload = Upload.objects.get()
        send(client, "file", **{f"file-{upload.pk}-title": "Better", "to-destination": "library"})
        document = CustomDocument.objects.get(title="Better")
        assert document.pages == 1
        with document.file.open() as file:
            content = file.read()
        assert b"Jo Doe" not in content
        assert b"Better" in content

    def test_files_that_are_not_ticked_stay(self, client, bring):
        bring({"one.pdf": files.clean_pdf(), "two.pdf": files.clean_pdf(pages=2)})
        first = Upload.objects.first()
        values = form_values_of_desk(client)
        del values[f"file-{first.pk}-use"]
        client.post(DESK, {**values, "do": "file", "to-destination": "library"})
        assert list(Upload.objects.exclude(state="filed")) == [first]

    def test_a_failure_leaves_the_files_on_the_desk_and_nothing_else(self, client, bring, media, monkeypatch):
        bring({"one.pdf": files.clean_pdf(), "two.pdf": files.clean_pdf(pages=2)})

        def broken(*args):
            raise RuntimeError("the database went away")

        monkeypatch.setattr("documents.desk.views.start", broken)
        before, pages = sorted(stored(media)), Page.objects.count()
        with pytest.raises(RuntimeError):
            send(
                client, "file", **{"to-destination": "new", "to-title": "Another review", "to-kind": "review"}
            )
        assert sorted(stored(media)) == before
        assert Upload.objects.filter(state="on_desk").count() == 2
        assert not CustomDocument.objects.filter(title="Findings").exists()
        assert Page.objects.count() == pages

    def test_a_second_press_files_nothing_twice(self, client, bring):
        bring({"one.pdf": files.clean_pdf()})
        values = form_values_of_desk(client)
        for _ in range(2):
            client.post(DESK, {**values, "do": "file", "to-destination": "library"})
        assert CustomDocument.objects.filter(title="Findings").count() == 1

    def test_removing_a_file_takes_its_bytes(self, client, bring, media, django_capture_on_commit_callbacks):
        bring({"one.pdf": files.clean_pdf()})
        with django_capture_on_commit_callbacks(execute=True):
            send(client, f"discard-{Upload.objects.get().pk}")
        assert stored(media) == []


class ReportTests:
    def test_says_what_was_found_and_takes_the_reason(self, client, bring):
        bring({"one.pdf": files.clean_pdf(words=PERSONAL, author="Jo Doe")})
        send(client, "file", **{"to-destination": "library"})
        document = CustomDocument.objects.get(title="Findings")
        url = reverse("upload_desk:report", args=[document.pk])
        screen = words(client.get(url))
        assert "mobile telephone number" in screen
        assert "The names of people and software were taken out" in screen
        client.post(url, {"accept-mobile-number-reason": "public"})
        document.refresh_from_db()
        assert document.open_warnings == 0
        assert "It is meant to be public." in words(client.get(url))
        assert "Inspection report" in words(client.get(reverse("wagtaildocs:edit", args=[document.pk])))
