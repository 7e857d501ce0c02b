"""Packs follow the agenda: made anew when something in them changes, gone when something must not be had."""

import os
import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.inspection.sandbox import NOT_CHECKED, NotDoneError
from documents.takedown import put_back, take_down
from meetings.agenda.publishing import publish_agenda, publish_papers, release_paper
from meetings.models import AgendaItem, AgendaPaper, MeetingPack, PackBuild
from meetings.packs import tasks
from meetings.packs.asking import ask
from meetings.packs.building.__main__ import perform
from meetings.packs.catching_up import catch_up
from meetings.packs.tasks import build_packs
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.people import make_person

from .conftest import built, document
from .files import DAMAGED, locked_pdf, tagged_pdf, untagged_pdf
from .reading_back import texts


@pytest.fixture
def officer():
    """Somebody who may take files down."""
    return make_person("administrators")


def bytes_of(pack: MeetingPack) -> bytes:
    """What a pack gives out."""
    with pack.current.file.open("rb") as file:
        return file.read()


def text_of(pack: MeetingPack) -> str:
    """All words of a pack."""
    return "\n".join(texts(bytes_of(pack)))


@pytest.mark.apart
def test_the_public_pack_has_part_a_and_the_members_one_both(fully_packed):
    packs = fully_packed.packs
    public, members = text_of(packs["public"]), text_of(packs["members"])
    assert "The words of Finance report." in public
    assert "Marmalade" not in public
    assert "The words of Marmalade tender." in members
    assert "Private: for members only" in members
    assert packs["public"].current.is_accessible


def test_what_is_right_already_is_not_made_again(packed):
    assert built(packed.meeting)["public"].current == packed.pack.current


def test_a_replaced_paper_makes_a_new_pack_that_says_so(packed):
    old = packed.pack.current
    paper = packed.finance_paper.document
    paper.file = ContentFile(tagged_pdf("Better figures"), "better.pdf")
    paper.save()
    pack = built(packed.meeting)["public"]
    assert pack.current.changed == ["Paper replaced: Finance report (item 2)."]
    assert "Paper replaced: Finance report (item 2)." in text_of(pack)
    assert "The words of Better figures." in text_of(pack)
    # The record of the old build stays.
    assert PackBuild.objects.get(pk=old.pk).file == ""


def test_what_changed_is_told_in_words(packed):
    packed.quality.title = "Quality and safety"
    packed.quality.place = 5
    packed.quality.save()
    late = agenda_item(packed.meeting, "Late item")
    agenda_paper(late, document("Late paper"))
    packed.finance_paper.delete()
    assert built(packed.meeting)["public"].current.changed == [
        "Item 2 added: Late item.",
        "Paper added: Late paper (item 2).",
        "Item 3 changed: Quality and safety.",
        "A paper taken out, of item 2.",
        "The order of items or papers changed.",
    ]


def test_a_damaged_or_locked_paper_gives_its_place_to_a_page_and_the_keeper_is_told(packed):
    agenda_paper(packed.finance, document("Broken annex", DAMAGED))
    agenda_paper(packed.finance, document("Locked annex", locked_pdf()))
    agenda_paper(packed.finance, document("Table", b"PK", "table.xlsx"))
    build = built(packed.meeting)["public"].current
    assert [problem.split(" is not")[0] for problem in build.problems] == [
        "“Broken annex” (item 2)",
        "“Locked annex” (item 2)",
    ]
    assert build.absent == 3
    assert not build.is_accessible
    words = text_of(build.pack)
    assert "locked with a password" in words
    assert "a pack can hold PDFs only" in words


def papers_of(facts: dict) -> list[dict]:
    """The papers that the process is told of."""
    return [paper for line in facts["lines"] for paper in line["papers"]]


def test_a_paper_that_ends_the_process_gives_its_place_to_a_page(packed, monkeypatch):
    agenda_paper(packed.finance, document("Bomb"))

    def dies(module, task, seconds):
        """The process's edge: it dies of one paper as long as that is among those it opens."""
        opens = [task["paper"]] if task["do"] == "try" else papers_of(task["pack"])
        if any(paper["name"] == "Bomb" and not paper["instead"] for paper in opens):
            raise NotDoneError(NOT_CHECKED.found())
        return perform(task)

    monkeypatch.setattr("meetings.packs.apart.answer_of", dies)
    build = built(packed.meeting)["public"].current
    assert ["too heavy" in problem for problem in build.problems] == [True]
    assert "The words of Finance report." in text_of(build.pack)


def test_a_takedown_takes_every_pack_away_that_has_the_file(fully_packed, officer):
    packed = fully_packed
    taken = take_down(packed.finance_paper.document, officer, "It named a person.", timezone.now())
    assert not MeetingPack.objects.exclude(current=None).exists()
    assert not PackBuild.objects.exclude(file="").exists()
    packs = built(packed.meeting)
    assert "Finance report" not in text_of(packs["public"])
    assert packs["public"].current.changed == ["A paper taken out, of item 2."]
    put_back(taken, officer, "It did not.", timezone.now())
    assert "The words of Finance report." in text_of(built(packed.meeting)["public"])


def test_the_bytes_go_when_the_takedown_holds(packed, officer, django_capture_on_commit_callbacks):
    path = packed.pack.current.file.path
    with django_capture_on_commit_callbacks() as later:
        take_down(packed.finance_paper.document, officer, "It named a person.", timezone.now())
    assert os.path.exists(path)
    for call in later:
        call()
    assert not os.path.exists(path)
    assert MeetingPack.objects.select_related("current").get(kind="public").current


def test_a_build_that_was_overtaken_by_a_takedown_is_not_kept(packed, officer, monkeypatch):
    agenda_item(packed.meeting, "Another item")
    real = tasks.make_pack

    def meanwhile(*given):
        made = real(*given)
        take_down(packed.finance_paper.document, officer, "It named a person.", timezone.now())
        return made

    monkeypatch.setattr(tasks, "make_pack", meanwhile)
    with pytest.raises(tasks.OvertakenError):
        build_packs.func(packed.meeting.pk)
    assert MeetingPack.objects.get(kind="public").current is None
    monkeypatch.setattr(tasks, "make_pack", real)
    assert "The words of Finance report." not in text_of(built(packed.meeting)["public"])


def test_a_released_paper_joins_the_public_pack(packed):
    release_paper(packed.private_paper, "The contract is signed.", timezone.now())
    pack = built(packed.meeting)["public"]
    assert "The words of Marmalade tender." in text_of(pack)
    assert "Marmalade contract" not in text_of(pack)


def test_it_is_asked_for_once_however_much_changes(packed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as later:
        for number in range(5):
            packed.quality.minutes = number + 1
            packed.quality.save()
    assert [call.args for call in later if getattr(call, "func", None) is ask] == [(packed.meeting.pk,)]


def test_publishing_asks_for_the_first_pack(papers, django_capture_on_commit_callbacks):
    packed, meeting = papers, papers.meeting
    AgendaItem.objects.filter(meeting=meeting).update(published_at=None)
    AgendaPaper.objects.filter(item__meeting=meeting).update(published_at=None)
    ask(meeting.pk)
    assert not MeetingPack.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        publish_agenda(meeting, with_part_b=False, now=timezone.now())
        publish_papers(meeting, [packed.quality_paper], timezone.now())
    words = text_of(MeetingPack.objects.select_related("current").get(kind="public"))
    assert "The words of Figures." in words
    assert "The words of Finance report." not in words


def test_what_no_event_told_of_is_found(packed, django_capture_on_commit_callbacks):
    AgendaItem.objects.filter(pk=packed.finance.pk).update(title="Money")
    type(packed.meeting).objects.update(ends_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        catch_up(timezone.now())
    assert "Money" in text_of(MeetingPack.objects.select_related("current").get(kind="public"))


def test_what_failed_is_noted_and_left_until_it_changes(packed, monkeypatch):
    def breaks(*given):
        raise OSError("No room")

    agenda_paper(packed.finance, document("Letter", untagged_pdf()))
    monkeypatch.setattr("meetings.packs.tasks.make_pack", breaks)
    with pytest.raises(OSError, match="No room"):
        build_packs.func(packed.meeting.pk)
    pack = MeetingPack.objects.select_related("current").get(kind="public")
    assert pack.failed_at
    # The one before is given out meanwhile.
    assert "The words of Finance report." in text_of(pack)
    monkeypatch.undo()
    pack = built(packed.meeting)["public"]
    assert pack.failed_at is None
    assert pack.current.untagged == 1


def test_an_unpublished_meeting_has_no_packs(packed):
    packed.meeting.unpublish()
    packs = built(packed.meeting)
    assert {pack.current for pack in packs.values()} == {None}
    assert not PackBuild.objects.exclude(file="").exists()


def test_the_zip_has_readable_names_and_public_papers_only(papers):
    zipped = built(papers.meeting, "zip")["zip"]
    with zipfile.ZipFile(BytesIO(bytes_of(zipped))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "Item 1 - Figures.pdf",
            "Item 2 - Finance report.pdf",
            "Contents.txt",
        ]
        assert "Item 2 - Finance report.pdf" in archive.read("Contents.txt").decode()
