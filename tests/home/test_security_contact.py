"""Whoever finds a weakness of the site is told whom to tell (RFC 9116)."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Site

from partnership.home.models import SiteSettings

ADDRESS = "/.well-known/security.txt"


def test_the_contact_is_named_for_less_than_a_year(home, client, settings):
    settings.PUBLIC_BASE_URL = "https://www.example.nhs.uk"
    ours = SiteSettings.for_site(Site.objects.get())
    ours.security_contact = "security@example.org"
    ours.save()
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert said["Contact"] == "mailto:security@example.org"
    assert said["Canonical"] == f"https://www.example.nhs.uk{ADDRESS}"
    left = datetime.fromisoformat(said["Expires"]) - timezone.now()
    assert timedelta(days=30) < left < timedelta(days=365)


def test_without_a_contact_nothing_is_made_up(home, client):
    assert client.get(ADDRESS).status_code == 404
