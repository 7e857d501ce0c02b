"""The accessibility statement says how many public files fail which check, and that is true."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.inspection import office, pdf_accessibility
from documents.models import PublicationFile, Reading
from documents.reading.checks import CHECKS, count_files
from partnership.home.models import StandardPage

from ..inspection import files

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def statement(home):
    """The accessibility statement, with the block that counts."""
    page = StandardPage(title="Accessibility", slug="accessibility-statement", body=[("file_checks", None)])
    return home.add_child(instance=page)


def publish(publication, *documents):
    for document in documents:
        publication.files.add(PublicationFile(document=document))
    publication.save_revision().publish()


def without_tags(pdf):
    del pdf.Root["/StructTreeRoot"]


def test_every_check_that_is_told_of_is_a_rule_of_the_inspection():
    rules = {
        value.code
        for module in (office, pdf_accessibility)
        for value in vars(module).values()
        if hasattr(value, "code")
    }
    assert set(CHECKS) <= rules


def test_public_files_are_counted_by_what_they_fail(client, publication, statement, upload):
    good = upload(files.clean_pdf())
    bad = upload(files.changed_pdf(without_tags))
    word = upload(files.docx(), "findings.docx")
    private = upload(files.changed_pdf(without_tags))
    assert bad.reading.failed_checks == private.reading.failed_checks == ["no-tags"]
    assert good.reading.failed_checks == []
    publish(publication, good, bad, word)
    count_files(NOW)
    html = client.get(statement.url).content.decode()
    assert "22 November 2026" in html
    assert "had 3 public documents" in html
    assert "2 pass every check" in html
    assert "1 of 2 PDF files have no tags" in html


def test_a_mended_file_counts_as_mended(client, publication, statement, upload):
    bad = upload(files.changed_pdf(without_tags))
    publish(publication, bad)
    count_files(NOW)
    upload(files.clean_pdf(), document=bad)
    count_files(NOW)
    html = client.get(statement.url).content.decode()
    assert "had 1 public document that" in html
    assert "It passes every check" in html
    assert "no tags" not in html


def test_the_page_asks_for_the_counts_once(client, statement, document, publication):
    def cost():
        client.get(statement.url)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(statement.url)
        return len(queries), response.content.decode()

    before, _ = cost()
    Reading.objects.update(failed_checks=["no-tags", "no-title"])
    publish(publication, document)
    count_files(NOW)
    after, html = cost()
    assert "no title" in html
    assert after == before


def test_before_the_first_count_it_says_so(client, statement):
    assert "have not been counted yet" in client.get(statement.url).content.decode()


def test_a_recording_is_not_counted(client, publication, statement, upload):
    assert upload(b"ID3 sound", "talk.mp3").reading.failed_checks is None
