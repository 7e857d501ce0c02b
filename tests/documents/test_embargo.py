"""A publication that was approved for a moment is public from that moment by the clock, and not before."""

from datetime import UTC, datetime, timedelta

import pytest

from documents.jobs import bring_register_up_to_date
from documents.models import PublicationFile, PublicationPage, RegisterEntry
from partnership.alerts.models import Event
from partnership.jobs.jobs import publish_scheduled
from tests.factories.pages import PublicationPageFactory
from tests.factories.records import DocumentFactory

MOMENT = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock(time_machine):
    """Sets the clock; it stands an hour before the moment at first."""
    time_machine.move_to(MOMENT - timedelta(hours=1), tick=False)
    return lambda moment: time_machine.move_to(moment, tick=False)


@pytest.fixture
def secret(clock, home):
    """The file of the publications below."""
    return DocumentFactory(title="Secret findings")


@pytest.fixture
def new(secret):
    """A publication that was never public, approved for the moment."""
    page = PublicationPageFactory(title="Secret review", live=False)
    page.files = [PublicationFile(document=secret)]
    page.go_live_at = MOMENT
    page.save_revision().publish()
    return page


@pytest.fixture
def response(secret):
    """An awaited response, live as such, whose file was approved for the moment."""
    page = PublicationPageFactory(awaited=True, title="National response")
    page.save_revision().publish()
    page = PublicationPage.objects.get(pk=page.pk)
    page.files = [PublicationFile(document=secret)]
    page.summary = "Secret summary"
    page.go_live_at = MOMENT
    page.save_revision().publish()
    return page


PLACES = (
    "/publications/",
    "/publications/awaited/",
    "/search/?q=secret",
    "/sitemap-pages.xml",
    "/files/register/",
    "/",
)


def test_before_the_moment_nothing_leaks(client, new, secret, clock):
    clock(MOMENT - SECOND)
    publish_scheduled(MOMENT - SECOND)
    bring_register_up_to_date(MOMENT - SECOND)
    for address in PLACES:
        # The search says again what was asked.
        text = client.get(address).content.decode().replace("secret</", "")
        assert "Secret review" not in text, address
        assert "secret-review" not in text, address
        assert "Secret findings" not in text, address
    assert client.get(f"/publications/{new.slug}/").status_code == 404
    unknown = client.get("/files/aaaaaaaaaaaaaaaa/findings.pdf")
    hidden = client.get(secret.url)
    assert (hidden.status_code, hidden.headers) == (unknown.status_code, unknown.headers)
    assert not Event.objects.exists()
    assert not RegisterEntry.objects.exists()


def test_at_the_moment_the_page_and_its_file_are_there_whatever_the_job_did(client, new, secret, clock):
    clock(MOMENT)
    text = client.get(f"/publications/{new.slug}/").content.decode()
    assert "<h1" in text
    assert "Secret review" in text
    assert secret.url in text
    assert client.get(secret.url).status_code == 200
    assert not PublicationPage.objects.get(pk=new.pk).live


def test_an_awaited_response_stays_awaited_until_then_and_is_there_then(client, response, secret, clock):
    clock(MOMENT - SECOND)
    text = client.get(response.url).content.decode()
    assert "Awaited" in text
    assert "Secret" not in text
    assert client.get(secret.url).status_code == 404
    clock(MOMENT)
    text = client.get(response.url).content.decode()
    assert "Secret summary" in text
    assert "1 June 2026" in text
    assert "This has not been published yet." not in text
    assert client.get(secret.url).status_code == 200


def test_the_job_then_lists_records_and_tells_once(client, response, secret, clock):
    clock(MOMENT + SECOND)
    for _ in range(2):
        publish_scheduled(MOMENT + SECOND)
        bring_register_up_to_date(MOMENT + SECOND)
    assert "Secret summary" in client.get("/publications/").content.decode()
    assert [event.subject for event in Event.objects.all()] == ["Published: National response"]
    assert [line.event for line in RegisterEntry.objects.all()] == ["published"]
    assert PublicationPage.objects.get(pk=response.pk).state == "published"


def test_what_is_private_or_over_by_then_stays_hidden(client, new, secret, clock):
    new.expire_at = MOMENT + SECOND
    new.save_revision().publish()
    clock(MOMENT + SECOND)
    assert client.get(f"/publications/{new.slug}/").status_code == 404
    assert client.get(secret.url).status_code == 404


def test_a_draft_that_nobody_approved_goes_nowhere(client, secret, clock):
    page = PublicationPageFactory(title="Secret review", live=False)
    page.go_live_at = MOMENT
    page.save_revision()
    clock(MOMENT + SECOND)
    publish_scheduled(MOMENT + SECOND)
    assert client.get(f"/publications/{page.slug}/").status_code == 404


def test_a_time_that_is_put_off_counts(client, new, secret, clock):
    new.go_live_at = MOMENT + timedelta(days=1)
    new.save_revision().publish()
    clock(MOMENT + SECOND)
    publish_scheduled(MOMENT + SECOND)
    assert client.get(f"/publications/{new.slug}/").status_code == 404
    assert client.get(secret.url).status_code == 404
