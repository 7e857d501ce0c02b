"""What the public site tells: pages and what lies below them, search, feeds, calendars, registers, JSON-LD."""

from itertools import product

import pytest
from django.urls import get_resolver, reverse

from meetings.joining.leading_on import WAYS_IN
from meetings.minutes.reading import AFTER_THE_MEETING

from .asking import client_of, listen
from .planting import CANARY, KEY

WITHOUT_GRANT = [
    "", "committee_members", "governance_officers", "document_officers", "editors", "publishers", "administrators",
    "superuser", "former member", "member until yesterday", "member without a second step",
]  # fmt: skip
REGISTER = "/meetings/decisions-and-actions/"
WAYS = [
    *(REGISTER + path for path in ("", "csv/", "actions/", "actions/csv/", "chairs-actions/", "chairs-actions/csv/")),
    f"{REGISTER}actions/{KEY}/", f"{REGISTER}chairs-actions/{KEY}/",
    "/", "/meetings/", "/sitemap.xml", "/sitemap-pages.xml", "/robots.txt",
    f"/search/?q={CANARY}", f"/search/suggest/?q={CANARY}", "/search/?q=private",
    "/files/register/", "/files/register.json", "/nothing-here/", f"/{CANARY}/", "/alerts/", "/my-committees/",
    "/meetings/calendar/", "/meetings/calendar/2090/09/", "/meetings/subscribe/", "/calendars/meetings.ics",
    "/feeds/site/", "/feeds/meetings/", "/feeds/publications/", f"/feeds/search/?q={CANARY}",
    "/questions/asked/Q-CANA-RY22/", f"/alerts/follow/committee/{KEY}/",
]  # fmt: skip


def where_members_hear(planted) -> list[str]:
    """Where those with a right to it have what is private."""
    page = planted.meeting.get_url()
    return [page, f"{page}minutes-part-b/", f"{page}join-private/", "/my-committees/"]


def ways_of(planted) -> list[str]:
    """Every address that a reader of the site could try for the planted meeting."""
    tree, meeting = planted.tree, planted.meeting
    pages = [meeting, tree.committee, tree.programme]
    below = product(AFTER_THE_MEETING, ("draft", "changes", "edition-1", "edition-1/changes"))
    extract = f"{tree.committee.get_url()}decisions/{tree.trust.slug}/"
    return [
        *WAYS,
        *(page.get_url() for page in pages),
        *(f"{meeting.get_url()}{way}/" for way in (*WAYS_IN, *AFTER_THE_MEETING, "ask")),
        *(f"{meeting.get_url()}{slug}/{rest}/" for slug, rest in below),
        extract,
        f"{extract}csv/",
        f"{extract}?q={CANARY}",
        reverse("calendar_of_meeting", args=[meeting.translation_key]),
        reverse("calendar_of_committee", args=[tree.committee.pk]),
        reverse("calendar_of_organisation", args=[tree.trust.pk]),
        *(f"/feeds/{kind}/{thing.pk}/" for kind, thing in (
            ("committee", tree.committee), ("programme", tree.programme), ("organisation", tree.trust)
        )),
        f"/alerts/follow/committee/{tree.committee.pk}/",
        f"/questions/{meeting.pk}/",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["", "committee_members", "superuser"])
def test_nobody_without_a_grant_hears_it(planted, who):
    client = client_of(planted, who)
    for url in ways_of(planted):
        listen(client, url, planted)
    assert planted.heard == []


@pytest.mark.parametrize("who", WITHOUT_GRANT)
def test_nobody_without_a_grant_hears_it_where_members_do(planted, who):
    client = client_of(planted, who)
    for url in where_members_hear(planted):
        listen(client, url, planted)
    assert planted.heard == []


def test_neither_a_kind_of_answer_nor_a_way_of_asking_tells(planted):
    client = client_of(planted, "committee_members")
    for url in (planted.meeting.get_url(), planted.tree.committee.get_url()):
        for kind in ("application/json", "text/calendar", "application/atom+xml", "application/pdf"):
            listen(client, url, planted, accept=kind)
        for asked in ("?preview=1", "?part=B", "?mode=preview", "?format=json", "?print=1"):
            listen(client, url + asked, planted)
        listen(client, url, planted, range="bytes=0-100000")
        listen(client, url, planted, if_modified_since="Mon, 01 Jan 2001 00:00:00 GMT")
    assert planted.heard == []


def test_a_member_and_an_officer_hear_it_where_they_should(planted):
    """Without this, silence would prove nothing."""
    for who in ("member", "officer"):
        for url in where_members_hear(planted):
            planted.heard.clear()
            answer = listen(client_of(planted, who), url, planted)
            assert planted.heard == [url], who
            assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_wagtails_own_interface_for_machines_is_not_mounted(client, planted):
    spaces = set(get_resolver().namespace_dict)
    assert not {space for space in spaces if "api" in space} - {"wagtailadmin_api"}
    for url in ("/api/v2/pages/", "/api/v2/documents/", "/api/v3/pages/", "/api/"):
        assert client.get(url).status_code == 404
