"""The samples of letters that publishers see, and what they are."""

from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.alerts import topics
from partnership.alerts.admin.samples import samples
from partnership.alerts.models import Event, Follower, Letter
from partnership.alerts.registry import topic_kind


@pytest.fixture(autouse=True)
def _everything():
    topic_kind("everything", "We will e-mail you all news.")(topics.everything)


@pytest.fixture
def sign_in(client, home):
    """Signs in a holder of a role."""
    call_command("sync_roles", verbosity=0)

    def as_role(role):
        user = User.objects.create_user(role, password="a long enough password")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)

    return as_role


def test_every_kind_of_letter_is_shown_in_plain_text_and_in_html(client, sign_in, mailoutbox):
    sign_in("Publishers")
    page = client.get(reverse("alerts_letters")).content.decode()
    for sample in samples(timezone.now()):
        assert sample.mail.subject in page
        assert f'href="{reverse("alerts_letter_html", args=[sample.slug])}"' in page
        response = client.get(reverse("alerts_letter_html", args=[sample.slug]))
        assert '<html lang="en-GB">' in response.content.decode()
        assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get(reverse("alerts_letter_html", args=["nothing"])).status_code == 404
    assert mailoutbox == []
    assert not any(model.objects.exists() for model in (Event, Follower, Letter))


@pytest.mark.parametrize("role", ["Editors", "Document officers"])
def test_samples_are_closed_to_those_who_may_not_see_the_counts(client, sign_in, role):
    sign_in(role)
    for address in (reverse("alerts_letters"), reverse("alerts_letter_html", args=["news"])):
        assert client.get(address).status_code == 302


class Outline(HTMLParser):
    """The language, the headings and the links of a letter."""

    def __init__(self, html):
        super().__init__()
        self.language, self.headings, self.links = "", [], 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "html":
            self.language = dict(attrs)["lang"]
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(tag)
        self.links += tag == "a"


def test_letters_have_a_language_headings_in_order_and_a_way_out():
    outlines = {sample.slug: Outline(sample.html) for sample in samples(timezone.now())}
    assert {outline.language for outline in outlines.values()} == {"en-GB"}
    assert outlines["news"].headings == ["h1"]
    assert outlines["digest"].headings == ["h1", "h2", "h3", "h2", "h3", "h3"]
    for sample in samples(timezone.now()):
        assert outlines[sample.slug].links >= 2
        for half in (sample.mail.body, sample.html):
            assert "/alerts/leave" in half
            assert ("/alerts/manage/" in half) == (sample.slug != "confirm")
