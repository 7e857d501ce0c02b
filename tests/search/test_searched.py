"""What people search for is noted without a write by their request, and forgotten after 90 days."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partnership.search.models import SearchedWords
from partnership.search.searched import gather
from tests.factories.people import make_person


@pytest.fixture(autouse=True)
def _folder(tmp_path, settings):
    settings.SEARCHED_WORDS_DIR = tmp_path / "searched"


def noted():
    """What was gathered: words, times and how much was found."""
    gather(timezone.now())
    return sorted(SearchedWords.objects.values_list("words", "times", "found"))


def test_a_search_writes_nothing_to_the_database(page, client):
    page("Zebra")
    client.get("/search/?q=zebra")
    with CaptureQueriesContext(connection) as queries:
        client.get("/search/?q=zebra")
    assert not [query for query in queries if not query["sql"].lstrip("( ").startswith(("SELECT", "WITH"))]


def test_searches_are_counted_by_their_words(page, client):
    page("Zebra")
    for words in ("zebra", "Zebra ", "giraffe", "zebra giraffe"):
        client.get("/search/", {"q": words})
    assert noted() == [("giraffe", 1, 0), ("zebra", 2, 1), ("zebra giraffe", 1, 0)]
    client.get("/search/?q=zebra")
    assert ("zebra", 3, 1) in noted()


def test_the_next_screen_and_a_narrower_search_are_no_new_search(page, client):
    page("Zebra")
    client.get("/search/?q=zebra&page=2")
    client.get("/search/?q=zebra&kind=page")
    assert noted() == []


@pytest.mark.parametrize("words", ["alex@example.org", "07700 900123", "943 476 5919", "\x00", '"'])
def test_what_looks_personal_is_not_kept(home, client, words):
    client.get("/search/", {"q": words})
    assert noted() == []


def test_it_is_forgotten_after_90_days(db):
    for days in (89, 91):
        day = timezone.localdate() - timedelta(days=days)
        SearchedWords.objects.create(day=day, words=f"{days} days ago", times=1)
    gather(timezone.now())
    assert SearchedWords.objects.get().words == "89 days ago"


def test_a_line_that_was_cut_off_loses_no_other(db):
    folder = Path(settings.SEARCHED_WORDS_DIR)
    folder.mkdir()
    whole = json.dumps({"day": timezone.localdate().isoformat(), "words": "zebra", "found": 1})
    (folder / "1.jsonl").write_text(f'{whole}\n{{"day": "20\n[]\n{whole}\n', encoding="utf-8")
    assert noted() == [("zebra", 2, 1)]
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_keeps_nobody_from_searching(page, client, tmp_path, settings):
    page("Zebra")
    (tmp_path / "a file").write_text("")
    settings.SEARCHED_WORDS_DIR = tmp_path / "a file" / "below"
    assert client.get("/search/?q=zebra").status_code == 200


def test_editors_see_what_was_searched_for_and_what_found_nothing(home, client):
    today = timezone.localdate()
    SearchedWords.objects.create(day=today, words="zebra", times=7, found=3)
    SearchedWords.objects.create(day=today - timedelta(days=1), words="zebra", times=2, found=0)
    SearchedWords.objects.create(day=today, words="giraffe", times=1, found=0)
    client.force_login(make_person("editors"))
    report = BeautifulSoup(client.get(reverse("searches_report")).content, "html.parser")
    rows = [
        [cell.get_text(strip=True) for cell in row.select("td")][:3]
        for row in report.select("#listing-results tbody tr")
    ]
    assert rows == [["zebra", "9", "3"], ["giraffe", "1", "0"]]
    assert report.find("a", string=lambda words: words and "Promote a page" in words)["href"].endswith(
        "words=zebra"
    )
    nothing = client.get(reverse("searches_report"), {"found": "nothing"}).content.decode()
    assert "giraffe" in nothing
    assert "q=zebra" not in nothing


def test_those_who_may_not_see_it_do_not(home, client):
    client.force_login(make_person("document_officers"))
    assert client.get(reverse("searches_report")).status_code == 302
