"""Links to what a reader may not open: the words stay, the way does not."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from partnership.home.models import StandardPage


def link(page, words):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def main_of(client, address="/about/"):
    return BeautifulSoup(client.get(address).content, "html.parser").main


@pytest.fixture
def target(home):
    return home.add_child(instance=StandardPage(title="Secret title", slug="target"))


@pytest.fixture
def about(home, target):
    """A page that names another in its text, on a card and among its related links."""
    card = {"text": "", "page": target, "url": "", "description": ""}
    return home.add_child(
        instance=StandardPage(
            title="About",
            slug="about",
            body=[("paragraph", f"<p>{link(target, 'the words')}</p>"), ("cards", {"cards": [card]})],
            related_links=[("link", {"text": "", "page": target, "url": ""})],
        )
    )


def unpublish(page):
    page.unpublish()


def expire(page):
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_a_link_to_an_open_page_leads_there(client, about):
    main = main_of(client)
    assert [a["href"] for a in main.find_all("a", href="/target/")] == ["/target/"] * 3


@pytest.mark.parametrize("closed", [unpublish, expire, make_private])
def test_the_words_stay_and_the_way_and_the_title_do_not(client, about, target, closed):
    closed(target)
    main = main_of(client)
    assert "the words" in main.text
    assert "Secret title" not in main.text
    assert not main.find_all("a", href="/target/")


def test_a_link_to_a_page_that_is_gone_is_words(client, about, target):
    target.delete()
    main = main_of(client)
    assert "the words" in main.text
    assert not main.find_all("a", href="/target/")


def test_a_reader_whose_account_is_let_in_keeps_the_link(client, about, target):
    make_private(target)
    client.force_login(get_user_model().objects.create_user("member", "m@example.org", "a long password 42"))
    assert main_of(client).find("a", href="/target/")


def test_many_links_in_many_paragraphs_cost_one_query(client, home):
    pages = [home.add_child(instance=StandardPage(title=f"Page {n}", slug=f"page-{n}")) for n in range(12)]

    def queries(slug, targets):
        home.add_child(
            instance=StandardPage(
                title=slug, slug=slug, body=[("paragraph", f"<p>{link(page, 'x')}</p>") for page in targets]
            )
        )
        client.get(f"/{slug}/")
        with CaptureQueriesContext(connection) as counted:
            assert len(main_of(client, f"/{slug}/").find_all("a", string="x")) == len(targets)
        return len(counted)

    assert queries("many", pages) == queries("one", pages[:1])
