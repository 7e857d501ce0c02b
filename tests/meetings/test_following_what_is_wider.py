"""News of publications and of meetings reaches those who follow a programme, an organisation or everything."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from documents.models import PublicationPage
from partnership.alerts.models import Event, Follower, Subscription
from partnership.alerts.notifying import notify
from tests.factories.sections import full_site


@pytest.fixture
def site(home):
    """The programme, the organisation, the publication and the committee of the tests' site."""
    return full_site(home)


def follow(address: str, kind: str, key, now: datetime) -> None:
    follower = Follower.objects.create(address=address)
    Subscription.objects.create(
        kind=kind, object_id=str(key), follower=follower, asked_at=now, confirmed_at=now
    )


def test_news_of_a_publication_reaches_its_programme_and_organisation(site, client):
    earlier = timezone.now() - timedelta(hours=1)
    review = PublicationPage.objects.get(slug="sim-review")
    work = review.areas_of_work.first()
    follow("programme@example.com", "programme", work.pk, earlier)
    follow("body@example.com", "organisation", review.organisation_id, earlier)
    follow("all@example.com", "everything", "all", earlier)
    follow("other@example.com", "organisation", review.organisation_id + 1000, earlier)
    Event.objects.all().delete()
    notify("publication", review.pk, "new", "News", "Text.", review.url, timezone.now())
    told = {letter.to[0]: letter.body for letter in mail.outbox}
    assert set(told) == {"programme@example.com", "body@example.com", "all@example.com"}
    assert work.title in told["programme@example.com"]
    assert review.organisation.name in told["body@example.com"]


def test_news_of_a_committee_reaches_its_organisations_and_what_it_oversees(site, client):
    earlier = timezone.now() - timedelta(hours=1)
    committee = site.committee
    member, work = committee.members.first(), committee.oversees.first()
    follow("body@example.com", "organisation", member.organisation_id, earlier)
    follow("programme@example.com", "programme", work.pk, earlier)
    notify("committee", committee.pk, "new", "News", "Text.", committee.url, timezone.now())
    assert {letter.to[0] for letter in mail.outbox} == {"body@example.com", "programme@example.com"}


@pytest.mark.parametrize("address", ["/our-work/sim/", "/about/partners/oxleas/", "/publications/"])
def test_pages_lead_to_the_form(site, client, address):
    page = client.get(address).content.decode()
    way = page.split('href="/alerts/follow/')[1].split('"')[0]
    form = client.get(f"/alerts/follow/{way}")
    assert form.status_code == 200
    assert b"Your e-mail address" in form.content


@pytest.mark.parametrize("kind", ["programme", "organisation"])
@pytest.mark.parametrize("key", ["0", "x", "9" * 400, "²", "-1"])
def test_what_is_not_there_cannot_be_followed(home, client, kind, key):
    assert client.get(f"/alerts/follow/{kind}/{key}/").status_code == 404
