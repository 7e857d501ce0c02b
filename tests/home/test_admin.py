"""The screens for banners and site settings."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from partnership.home.models import Banner, SiteSettings
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BANNER = {"message": "The office is closed on Monday.", "starts_at": "01/03/2026 09:00"}
ADD = "wagtailsnippets_home_banner:add"


@pytest.fixture
def publisher(tree, client):
    person = make_person("publishers")
    client.force_login(person)
    return person


def send(client, url, **typed):
    """Send a screen as it stands, with what an editor types."""
    return client.post(url, {**form_values(client.get(url)), **typed})


def test_a_banner_is_put_up_in_london_time(client, publisher):
    assert send(client, reverse(ADD), **BANNER, ends_at="30/06/2026 17:30").status_code == 302
    banner = Banner.objects.get()
    assert banner.starts_at == datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    assert banner.ends_at == datetime(2026, 6, 30, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"ends_at": "28/02/2026 09:00"}, "The banner must end after it starts."),
        ({"ends_at": "01/03/2026 09:00"}, "The banner must end after it starts."),
        ({"link_url": "https://example.org/"}, "Say in words where the link leads."),
        ({"link_text": "Opening times"}, "Choose a page, or give an address."),
        ({"starts_at": "31/02/2026 09:00"}, "Enter a valid date/time."),
        ({"starts_at": "next Monday"}, "Enter a valid date/time."),
        ({"message": ""}, "This field is required."),
        ({"message": "x" * 301}, "Ensure this value has at most 300 characters"),
    ],
)
def test_says_what_is_wrong_with_a_banner_and_keeps_what_was_typed(client, publisher, typed, words):
    answer = send(client, reverse(ADD), **(BANNER | typed))
    assert answer.status_code == 200
    assert words in " ".join(errors_shown(answer))
    kept = form_values(answer)
    assert {name: kept[name] for name in typed} == typed
    assert not Banner.objects.exists()


def test_the_list_says_what_each_banner_is_doing(tree, client, publisher):
    now = datetime.now(UTC)
    Banner.objects.create(message="Was", starts_at=now - timedelta(2), ends_at=now - timedelta(1))
    Banner.objects.create(message="Is", starts_at=now - timedelta(1), section=tree.our_work)
    Banner.objects.create(message="Will be", starts_at=now + timedelta(1))
    listed = client.get(reverse("wagtailsnippets_home_banner:list")).content.decode()
    for word in ("Over", "Showing", "Coming", "The whole site", "Our work"):
        assert word in listed


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "state"),
    [
        (NOW, None, "Showing"),
        (NOW + timedelta(seconds=1), None, "Coming"),
        (NOW - timedelta(1), NOW, "Over"),
        (NOW - timedelta(1), NOW + timedelta(seconds=1), "Showing"),
    ],
)
def test_a_banner_changes_to_the_second(starts_at, ends_at, state):
    assert Banner(starts_at=starts_at, ends_at=ends_at).state_at(NOW) == state


def test_urgent_help_is_kept_in_the_site_settings(tree, client, publisher):
    site = tree.home.sites_rooted_here.get()
    url = reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk])
    way = {
        "urgent_help-count": "1",
        "urgent_help-0-deleted": "",
        "urgent_help-0-order": "0",
        "urgent_help-0-type": "way",
        "urgent_help-0-id": "",
        "urgent_help-0-value-name": "In an emergency",
        "urgent_help-0-value-phone": "999",
        "urgent_help-0-value-detail": "",
        "urgent_help-0-value-url": "",
    }
    assert send(client, url, **way).status_code == 302
    (kept,) = SiteSettings.objects.get(site=site).urgent_help
    assert kept.value["phone"] == "999"


def test_the_menus_leave_out_what_says_nothing_to_an_editor(client, publisher):
    first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
    for words in ("What's new in Wagtail", "Editor Guide", "Page types usage", "Aging pages"):
        assert words not in first_screen
