"""The index follows what changes: in the background, never losing a change, and never stopped by one bad thing."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from partnership.content.visibility import Audience
from partnership.home.models import StandardPage
from partnership.search import pages
from partnership.search.finding import find
from partnership.search.indexing import ATTEMPTS, catch_up, rebuild
from partnership.search.jobs import read_changes_left_behind
from partnership.search.models import Entry, EntryText, Stale


def found(words):
    """The titles of what is found."""
    return [hit.title for hit in find(words, Audience())[0:20]]


def test_what_is_published_is_found_once_the_transaction_holds(committed_db):
    parent = Page.objects.get(depth=2)
    made = parent.add_child(instance=StandardPage(title="Zebra", live=False))
    assert Entry.objects.filter(key=made.pk).count() == 0
    made.save_revision().publish()
    assert Entry.objects.filter(key=made.pk, title="Zebra").count() == 1
    assert not Stale.objects.exists()


def test_a_change_is_noted_in_the_transaction_that_makes_it(page):
    about = page("Zebra")
    about.title = "Giraffe"
    about.save()
    assert Stale.objects.filter(kind="page", key=about.pk).count() == 1
    catch_up(Audience())
    assert (found("zebra"), found("giraffe")) == ([], ["Giraffe"])
    assert not Stale.objects.exists()


def test_changes_that_no_task_is_on_its_way_for_are_read_all_the_same(page, home):
    made = home.add_child(instance=StandardPage(title="Zebra"))
    read_changes_left_behind(timezone.now())
    assert Entry.objects.filter(key=made.pk).exists()


def test_saving_a_draft_is_no_change(page):
    about = page("Zebra")
    about.title = "Giraffe"
    about.save_revision()
    assert not Stale.objects.exists()


def test_what_is_unchanged_is_not_written_anew(page):
    about = page("Zebra")
    before = Entry.objects.get(key=about.pk).pk
    rebuild(Audience())
    assert Entry.objects.get(key=about.pk).pk == before


def test_a_branch_that_moves_is_found_in_its_new_part_of_the_site(page, read):
    old, new = page("Old", slug="old"), page("New", slug="new")
    middle = page("Middle", old)
    page("Zebra", middle)
    middle.move(new, pos="last-child")
    read()
    assert find("zebra", Audience()).facet_counts["section"] == {"new": 1}


@pytest.fixture
def unreadable(monkeypatch):
    """Makes pages of a title unreadable, as a damaged body is."""

    def spoil(title):
        whole = pages.text_of

        def text_of(page):
            if page.title == title:
                raise ValueError("a damaged body")
            return whole(page)

        monkeypatch.setattr(pages, "text_of", text_of)

    return spoil


def test_one_bad_page_stops_no_other(page, home, unreadable):
    bad = page("Zebra bad")
    for number in range(5):
        page(f"Zebra {number}")
    EntryText.objects.all().delete()
    Entry.objects.all().delete()
    unreadable("Zebra bad")
    assert rebuild(Audience())["page"] == [bad.pk]
    assert len(found("zebra")) == 5


def test_a_bad_page_is_tried_again_and_not_for_ever(page, home, unreadable):
    unreadable("Zebra")
    home.add_child(instance=StandardPage(title="Zebra"))
    for _ in range(ATTEMPTS + 2):
        catch_up(Audience())
    assert Stale.objects.get().attempts == ATTEMPTS


def test_the_index_can_be_made_anew(page, capsys):
    about = page("Zebra")
    ghost = Entry.objects.create(kind="page", key=987654, page=about, title="Ghost", fingerprint="")
    EntryText.objects.create(entry=ghost, title_words="ghost", text_words="", text="")
    EntryText.objects.filter(entry__key=about.pk).delete()
    Entry.objects.filter(key=about.pk).delete()
    call_command("rebuild_search")
    assert "Done in" in capsys.readouterr().out
    assert (found("zebra"), found("ghost")) == (["Zebra"], [])
