"""A replaced file says so on an answer to a freedom-of-information request as well."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from documents.arrivals import original_of
from documents.inspection.report import Report
from documents.models import DisclosureFile, DisclosurePage
from documents.takedown import take_down
from tests.factories.pages import DisclosurePageFactory

NOTE = "The figure for May was 12, not 21."


@pytest.fixture
def answer(home, document):
    """An answer with the file, replaced since it was published."""
    page = DisclosurePageFactory(title="Garden tools")
    page.files.add(DisclosureFile(document=document))
    page.save_revision().publish()
    document.file = ContentFile(b"%PDF-1.7 second version", name="findings-2.pdf")
    document.arriving = original_of(
        ContentFile(b"%PDF-1.7 as it came", name="findings-2.pdf"),
        "findings-2.pdf",
        Report(),
        None,
        timezone.now(),
    )
    document.arriving.change_note = NOTE
    document.save()
    return DisclosurePage.objects.get(pk=page.pk)


def words(client, page) -> str:
    return client.get(page.url).content.decode()


def test_it_says_when_and_why_and_leads_to_both_versions(client, answer, document):
    text = words(client, answer)
    assert NOTE in text
    assert document.version_url(document.versions.get(number=1)) in text
    assert reverse("file_changes", args=[document.public_id, 1]) in text
    assert client.get(reverse("file_changes", args=[document.public_id, 1])).status_code == 200


def test_a_replacement_from_before_the_answer_was_public_is_not_told(client, answer):
    DisclosurePage.objects.filter(pk=answer.pk).update(first_published_at=timezone.now())
    assert NOTE not in words(client, answer)


def test_nor_one_of_a_file_that_was_taken_down(client, answer, document, django_user_model):
    take_down(
        document, django_user_model.objects.create_superuser("first"), "It was personal.", timezone.now()
    )
    assert NOTE not in words(client, answer)


def test_more_files_cost_no_more(client, answer, django_assert_max_num_queries):
    client.get(answer.url)
    with django_assert_max_num_queries(60) as few:
        client.get(answer.url)
    for number in range(8):
        other = type(answer.files.first().document).objects.create(
            title=f"File {number}", file=ContentFile(b"%PDF-1.7 " + bytes([number]), name="a.pdf")
        )
        answer.files.add(DisclosureFile(document=other))
    answer.save()
    with django_assert_max_num_queries(len(few)):
        client.get(answer.url)
