"""Members find their pack on “My committees”."""

from bs4 import BeautifulSoup

from tests.factories.people import make_person

MINE = "/my-committees/"


def link_to_pack(client):
    return BeautifulSoup(client.get(MINE).content, "html.parser").find(
        "a", string=lambda words: words and "Meeting pack with the private part" in words
    )


def test_members_open_their_pack_from_their_page(fully_packed, client):
    client.force_login(make_person("committee_members", fully_packed.tree.committee))
    answer = client.get(link_to_pack(client)["href"])
    assert answer.status_code == 200
    assert b"".join(answer).startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]


def test_before_it_is_built_there_is_no_link(papers, client):
    client.force_login(make_person("committee_members", papers.tree.committee))
    assert link_to_pack(client) is None


def test_members_of_another_committee_find_none(fully_packed, client):
    client.force_login(make_person("committee_members", fully_packed.tree.other_committee))
    assert link_to_pack(client) is None
