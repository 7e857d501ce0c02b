"""Names in the zip: people read them, and every common system takes them."""

from datetime import datetime
from zipfile import ZipFile

import pytest

from meetings.packs.zips import name_in_zip, safe_name, write_zip


def named(name: str, taken: set | None = None, filename: str = "paper.pdf", number: str = "4") -> str:
    """What a paper is called."""
    return name_in_zip(
        {"number": number}, {"name": name, "filename": filename}, set() if taken is None else taken
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Finance report", "Item 4 - Finance report.pdf"),
        ("Finance: 2025/26?", "Item 4 - Finance 2025 26.pdf"),
        ("Report.pdf", "Item 4 - Report.pdf"),
        ("Ends with dots. . .", "Item 4 - Ends with dots.pdf"),
        ("Cafe\u0301 \u202etxt", "Item 4 - Café txt.pdf"),
        ("../../etc/passwd", "Item 4 - .. .. etc passwd.pdf"),
    ],
)
def test_a_paper_is_called_by_its_item_and_title(name, expected):
    assert named(name) == expected


def test_names_are_short_enough_and_keep_their_ending():
    name = named("漢" * 300, filename="Paper.DOCX")
    assert len(name.encode()) <= 120
    assert name.endswith(".docx")


def test_twins_are_told_apart_whatever_the_case():
    taken: set[str] = set()
    assert [named(name, taken) for name in ("Report", "REPORT", "report")] == [
        "Item 4 - Report.pdf",
        "Item 4 - REPORT (2).pdf",
        "Item 4 - report (3).pdf",
    ]


def test_names_of_devices_are_no_names():
    assert safe_name("con") == "Paper con"
    assert safe_name("") == "Paper"


def test_a_paper_without_its_file_is_said_in_the_index(tmp_path):
    paper = {"paper": 1, "name": "Lost", "filename": "lost.pdf"}
    contents = {
        "facts": {"title": "Meeting", "committee": "Committee", "when": "Monday"},
        "lines": [{"number": "1", "title": "Item", "papers": [paper]}],
    }
    write_zip(contents, {}, tmp_path / "z.zip", datetime(2026, 3, 1, 9, 0))  # noqa: DTZ001
    with ZipFile(tmp_path / "z.zip") as archive:
        assert archive.namelist() == ["Contents.txt"]
        assert "Lost: not in this zip" in archive.read("Contents.txt").decode()
