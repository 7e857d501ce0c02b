"""Answers to freedom-of-information requests: what they need, what editors are told, what the public finds."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.disclosures.checks import limit_for, personal_data_in
from documents.models import CustomDocument, DisclosureFile, DisclosurePage
from partnership.content.readiness import NotReadyToPublishError
from tests.factories.pages import DisclosureLogPageFactory, DisclosurePageFactory
from tests.factories.people import make_person


@pytest.fixture
def log(home):
    return DisclosureLogPageFactory()


@pytest.fixture
def answer(log):
    return DisclosurePageFactory(title="Garden tools", parent=log)


class NeedsTests:
    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"outcome": "part"}, "exemption"),
            ({"outcome": "refused"}, "exemption"),
            ({"received_on": date(2026, 4, 1)}, "answered_on"),
            ({"received_on": None}, "received_on"),
            ({"question": ""}, "question"),
            ({"organisation": None}, "organisation"),
            ({"body": None}, "body"),
        ],
    )
    def test_is_not_published_without(self, answer, facts, field):
        for name, value in facts.items():
            setattr(answer, name, value)
        assert set(answer.publishing_problems({"files": []})) == {field}

    def test_a_draft_may_lack_all_of_it(self, log):
        draft = log.add_child(instance=DisclosurePage(title="To be written", reference="FOI 9", live=False))
        with pytest.raises(NotReadyToPublishError):
            draft.save_revision().publish()


class ChecksTests:
    def test_days_are_working_days_after_the_day_it_came(self, answer):
        # Over Easter: Good Friday, the weekend and Easter Monday do not count, nor does the early May bank holiday.
        answer.received_on, answer.answered_on = date(2026, 4, 2), date(2026, 4, 8)
        assert answer.days_taken() == 2
        assert limit_for(answer) == date(2026, 5, 5)

    def test_personal_data_is_warned_of_and_not_repeated(self, answer):
        answer.question = "Please answer jane.roe@mail.example or 07700 900123."
        warnings = " ".join(personal_data_in(answer))
        assert "the question" in warnings
        assert "jane.roe" not in warnings
        assert "900123" not in warnings.replace("…", "")

    def test_an_officer_sees_them_beside_the_form(self, client, answer):
        answer.question = "My NHS number is 943 476 5919."
        answer.save_revision()
        client.force_login(make_person("publishers"))
        text = client.get(reverse("wagtailadmin_pages:edit", args=[answer.pk])).content.decode()
        assert "It seems to hold an NHS number" in text
        assert "working days" in text


class PublicTests:
    def test_the_filters_narrow(self, client, log, answer):
        other = DisclosurePageFactory(
            title="Plans of the shed", parent=log, outcome="not_held", answered_on=date(2025, 5, 1)
        )
        text = client.get(log.url, {"outcome": "not_held", "year": "2025"}).content.decode()
        assert other.title in text
        assert answer.title not in text
        assert client.get(log.url, {"year": "nonsense"}).status_code == 400

    def test_its_file_is_public_as_long_as_it_is(self, client, answer):
        document = CustomDocument.objects.create(
            title="Sums", file=ContentFile(b"%PDF-1.7 sums", name="sums.pdf")
        )
        assert client.get(document.url).status_code == 404
        answer.files.add(DisclosureFile(document=document))
        answer.save_revision().publish()
        assert document.url in client.get(answer.url).content.decode()
        assert client.get(document.url).status_code == 200
        answer.unpublish()
        assert client.get(document.url).status_code == 404

    def test_the_list_costs_the_same_with_one_and_with_twenty(self, client, log, answer):
        def costs():
            client.get(log.url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(log.url).status_code == 200
            return len(queries)

        with_one = costs()
        for _ in range(20):
            DisclosurePageFactory(parent=log)
        assert costs() == with_one <= 14


class KeptTests:
    def ways(self, page):
        ticked = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        return reverse("wagtailadmin_pages:delete", args=[page.pk]), f"{ticked}?id={page.pk}&next=/admin/"

    @pytest.mark.parametrize("live", [True, False])
    def test_one_that_was_public_is_not_deleted(self, admin_client, answer, live):
        answer.save_revision().publish()
        if not live:
            DisclosurePage.objects.get(pk=answer.pk).unpublish()
        for page in (answer, answer.get_parent()):
            for url in self.ways(page):
                said = admin_client.post(url, follow=True).content.decode()
                assert "“Garden tools” was public, so it cannot be deleted." in said
        assert DisclosurePage.objects.filter(pk=answer.pk).exists()

    def test_one_that_never_was_is(self, admin_client, log):
        draft = DisclosurePageFactory(title="To be written", parent=log, draft=True)
        admin_client.post(self.ways(draft)[0])
        assert not DisclosurePage.objects.filter(pk=draft.pk).exists()
