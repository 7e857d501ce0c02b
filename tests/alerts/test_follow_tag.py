"""The link from a page to its sign-up form."""

from django.template import Context, Template
from django.urls import reverse

from partnership.alerts import registry


def shown(rf, kind, thing):
    """What the tag draws on a page."""
    template = Template("{% load alerts_tags %}{% follow kind thing %}")
    return template.render(Context({"request": rf.get("/"), "kind": kind, "thing": thing})).strip()


def test_leads_to_the_form_by_object_or_by_id(rf, home):
    for thing in (home, home.pk, str(home.pk)):
        html = shown(rf, "page", thing)
        assert f'href="{reverse("alerts:follow", args=["page", home.pk])}"' in html
        assert "Tell me when it comes" in html


def test_draws_nothing_for_what_cannot_be_followed(rf, home):
    assert shown(rf, "nothing", home) == ""
    home.live = False
    home.save()
    assert shown(rf, "page", home) == ""


def test_an_id_that_is_no_id_is_not_even_asked_about(monkeypatch):
    asked = []
    registry.topic_kind("mine", "Sentence.")(lambda object_id, audience: asked.append(object_id))
    for nonsense in ["\x00", "x" * 101]:
        assert registry.kind_of("mine").topic(nonsense, None) is None
    assert asked == []


def test_without_a_mail_server_nobody_is_offered_e_mail(rf, client, home, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert shown(rf, "page", home) == ""
    assert client.get(reverse("alerts:follow", args=["page", home.pk])).status_code == 404
