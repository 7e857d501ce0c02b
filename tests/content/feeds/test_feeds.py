"""Feeds, read back with a library that reads them for a living."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from documents.models import PublicationPage
from meetings.models import AgendaPaper, CommitteeMember
from partnership.content.visibility import Audience
from partnership.search.indexing import rebuild
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory, PublicationPageFactory, StoryPageFactory
from tests.factories.records import DocumentFactory

SINCE = datetime(2026, 5, 6, 8, tzinfo=UTC)


@pytest.fixture
def read(client):
    """A feed by its address, parsed; it is well formed."""

    def read_at(path):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        feed = feedparser.parse(response.content)
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.version == "atom10"
        return feed

    return read_at


@pytest.fixture
def review(tree):
    page = PublicationPageFactory(
        parent=tree.publications, title="A <b>bold</b> & plain review", organisation=tree.trust, live=False
    )
    page.areas_of_work.add(tree.programme)
    page.save_revision().publish()
    return PublicationPage.objects.get(pk=page.pk)


def titles(feed) -> list[str]:
    return [entry.title for entry in feed.entries]


class PublicationsTests:
    def test_a_publication_stands_there_with_a_name_that_stays(self, read, review):
        (entry,) = read("/feeds/publications/").entries
        assert entry.title_detail.type == "text/plain"
        assert entry.link == f"http://127.0.0.1:8000{review.url}"
        assert entry.id == f"tag:127.0.0.1,2026:page:{review.translation_key}"
        review.slug = "elsewhere"
        review.save_revision().publish()
        (again,) = read("/feeds/publications/").entries
        assert again.id == entry.id
        assert again.link != entry.link
        assert again.updated_parsed >= entry.updated_parsed
        assert again.published_parsed == entry.published_parsed

    def test_markup_in_a_title_is_words(self, client, review):
        assert b"<b>" not in client.get("/feeds/publications/").content
        assert b"A &lt;b&gt;bold&lt;/b&gt; &amp; plain review" in client.get("/feeds/publications/").content

    def test_what_is_promised_is_not_published_and_what_was_withdrawn_says_so(self, read, tree, review):
        assert tree.publication.title not in titles(read("/feeds/publications/"))
        PublicationPage.objects.filter(pk=review.pk).update(
            state="withdrawn", withdrawn_on=date(2026, 1, 1), withdrawn_reason="Wrong."
        )
        (title,) = titles(read("/feeds/publications/"))
        assert title.startswith("Withdrawn: ")

    def test_drafts_and_closed_pages_are_in_none(self, read, tree, review):
        PublicationPageFactory(parent=tree.publications, title="Draft", live=False)
        PageViewRestriction.objects.create(page=review, restriction_type="login")
        for path in (
            "publications",
            "site",
            f"programme/{tree.programme.pk}",
            f"organisation/{tree.trust.pk}",
        ):
            assert not {review.title, "Draft"} & set(titles(read(f"/feeds/{path}/")))


class MeetingsTests:
    @pytest.fixture
    def papers(self, tree):
        """Two papers at once, one for a programme, and one in private."""
        now = timezone.now()
        meeting = MeetingPageFactory(parent=tree.committee, title="Open meeting", slug="open")
        for title, part in (("Quality", "A"), ("Finance", "A"), ("Secret", "B")):
            item = agenda_item(
                meeting, title, part, area_of_work=tree.programme if title == "Quality" else None
            )
            agenda_paper(item, DocumentFactory(title=title, is_private=part == "B"), published_at=now)
        return meeting

    def test_papers_that_came_at_once_are_one_entry(self, read, tree, papers):
        feed = read(f"/feeds/committee/{tree.committee.pk}/")
        assert titles(feed)[0] == "2 papers for Open meeting"
        entry = feed.entries[0]
        assert "Quality" in entry.summary
        assert "Finance" in entry.summary
        assert "Secret" not in entry.summary
        assert entry.link == f"http://127.0.0.1:8000{papers.url}#s-agenda"
        AgendaPaper.objects.filter(title="", document__title="Quality").update(
            published_at=timezone.now() + timedelta(seconds=1)
        )
        again = titles(read("/feeds/meetings/"))
        assert again.count("A paper for Open meeting") == 2

    def test_a_programme_has_the_papers_about_it(self, read, tree, papers):
        (entry,) = read(f"/feeds/programme/{tree.programme.pk}/").entries
        assert entry.title == "A paper for Open meeting"
        assert "Quality" in entry.summary

    def test_an_organisation_has_the_meetings_of_its_committees(self, read, tree, papers):
        path = f"/feeds/organisation/{tree.trust.pk}/"
        assert read(path).entries == []
        CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)
        assert set(titles(read(path))) == {"2 papers for Open meeting", "Open meeting", "Board meeting"}

    def test_what_is_off_says_so(self, read, tree):
        MeetingPageFactory(parent=tree.committee, title="Off", slug="off", cancelled=True)
        assert "Cancelled: Off" in titles(read("/feeds/meetings/"))


def test_a_programme_and_the_site_have_their_stories(read, tree):
    story = StoryPageFactory(parent=tree.programme, title="It helped", slug="it-helped")
    story.areas_of_work.add(tree.programme)
    story.save()
    assert titles(read(f"/feeds/programme/{tree.programme.pk}/")) == ["It helped"]
    assert "It helped" in titles(read("/feeds/site/"))


def test_a_search_can_be_followed(read, client, review):
    rebuild(Audience())
    assert titles(read("/feeds/search/?q=bold")) == [review.title]
    assert read("/feeds/search/?q=nowhere").entries == []
    # Something that has one of the words is no answer to somebody who follows both.
    assert read("/feeds/search/?q=bold+nowhere").entries == []
    html = client.get("/search/?q=bold&kind=review").content.decode()
    assert (
        'type="application/atom+xml" title="Search: bold" href="/feeds/search/?q=bold&amp;kind=review"'
        in html
    )
    assert client.get("/feeds/search/").status_code == 404


@pytest.mark.parametrize("typed", ["%00", "%22%22", "a%0bb", "%F0%9F%98%80", "x" * 3000])
def test_whatever_is_typed_is_a_feed_or_none(client, home, typed):
    response = client.get(f"/feeds/search/?q={typed}")
    assert response.status_code in (200, 404)
    assert response.status_code == 404 or not feedparser.parse(response.content).bozo


@pytest.mark.parametrize(
    "path", ["nothing/", "committee/", "committee/0/", "committee/x/", f"programme/{'9' * 5000}/", "site/1/"]
)
def test_there_is_none_of_what_there_is_not(client, home, path):
    assert client.get(f"/feeds/{path}").status_code == 404


def test_who_has_it_already_is_told_in_a_line(client, review):
    first = client.get("/feeds/publications/")
    assert first["Last-Modified"]
    assert "Set-Cookie" not in first.headers
    headers = {"if-none-match": first["ETag"]}
    assert client.get("/feeds/publications/", headers=headers).status_code == 304
    review.unpublish()
    assert client.get("/feeds/publications/", headers=headers).status_code == 200


def test_an_empty_feed_says_the_same_every_time(client, tree):
    path = reverse("feed_of", args=["programme", tree.programme.pk])
    assert client.get(path)["ETag"] == client.get(path)["ETag"]


def test_pages_announce_their_feeds(client, tree):
    announced = {
        tree.home: "/feeds/site/",
        tree.publications: "/feeds/publications/",
        tree.meetings: "/feeds/meetings/",
        tree.committee: f"/feeds/committee/{tree.committee.pk}/",
        tree.meeting: f"/feeds/committee/{tree.committee.pk}/",
        tree.programme: f"/feeds/programme/{tree.programme.pk}/",
    }
    for page, path in announced.items():
        html = client.get(page.url).content.decode()
        assert f'href="{path}">' in html[: html.index("</head>")]
        assert client.get(path).status_code == 200
    html = client.get(f"{tree.partners.url}{tree.trust.slug}/").content.decode()
    assert f'href="/feeds/organisation/{tree.trust.pk}/">' in html[: html.index("</head>")]
