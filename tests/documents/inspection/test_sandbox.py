"""The parsers run apart, with limits: a hostile file costs a few seconds and nothing else."""

import subprocess
import sys
import time

import pytest

from documents.inspection import limits, sandbox

from . import files
from .conftest import NOW


@pytest.fixture
def upload(tmp_path):
    """Write bytes to the disk; answers their path."""

    def upload(content: bytes):
        path = tmp_path / "upload"
        path.write_bytes(content)
        return path

    return upload


def test_the_report_comes_back_whole(upload, look):
    content = files.clean_pdf(pages=2, words="Call 07700 900123.", author="Jo Doe")
    report = sandbox.inspect_apart(upload(content), "review.pdf", NOW)
    assert report == look("review.pdf", content)
    assert report.inspected_at == NOW
    assert report.page_count == 2
    assert report.warnings[0].pages == (1, 2)


def test_nothing_of_the_site_is_loaded_there():
    code = "import documents.inspection.__main__, documents.inspection.engine, sys; print('django' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=sandbox.PROJECT_DIR, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"


def test_nothing_of_the_sites_environment_is_known_there(upload, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "secret")
    spy = tmp_path / "spy"
    spy.mkdir()
    (spy / "sitecustomize.py").write_text("raise SystemExit('a module of somebody else was loaded')")
    monkeypatch.setenv("PYTHONPATH", str(spy))
    assert sandbox.inspect_apart(upload(b"words"), "notes.txt", NOW).obstacles == []


def test_a_check_that_takes_too_long_is_broken_off_and_the_file_is_held(upload, clean_pdf):
    began = time.monotonic()
    report = sandbox.inspect_apart(upload(clean_pdf), "review.pdf", NOW, seconds=0.01)
    assert time.monotonic() - began < 2
    (finding,) = report.obstacles
    assert (finding.code, finding.severity) == ("not-checked-in-time", "held")


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """Have the process run other code behind the same limits."""

    def stand_in(code: str):
        package = tmp_path / "project" / "documents" / "inspection"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "limits.py").write_text(
            (sandbox.PROJECT_DIR / "documents/inspection/limits.py").read_text()
        )
        own = (sandbox.PROJECT_DIR / "documents/inspection/__main__.py").read_text()
        (package / "__main__.py").write_text(
            own.replace("def perform(task: dict):", f"def perform(task: dict):\n    {code}")
        )
        monkeypatch.setattr(sandbox, "PROJECT_DIR", tmp_path / "project")

    return stand_in


@pytest.mark.parametrize(
    "code",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "bytearray(2 * limits.MEMORY)",
        "Path('much').write_bytes(bytes(1)); open('much', 'r+b').truncate(2 * limits.FILE_SIZE)",
        "raise SystemExit(3)",
        "sys.stdout.write('no answer'); sys.stdout.flush(); import os; os._exit(0)",
    ],
    ids=["a crash", "too much memory", "too large a file", "an error", "nonsense"],
)
def test_a_process_that_dies_holds_the_file(upload, stand_in, code):
    stand_in(code)
    (finding,) = sandbox.inspect_apart(upload(b"words"), "notes.txt", NOW).obstacles
    assert (finding.code, finding.severity) == ("not-checked", "held")


def test_an_endless_loop_ends(upload, stand_in):
    stand_in("resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\n    while True: pass")
    (finding,) = sandbox.inspect_apart(upload(b"words"), "notes.txt", NOW).obstacles
    assert finding.code == "not-checked-in-time"


def test_a_scanner_that_cannot_be_reached_holds_the_file(upload):
    (finding,) = sandbox.inspect_apart(upload(b"words"), "notes.txt", NOW, scanner="127.0.0.1:1").obstacles
    assert finding.code == "not-scanned"


def test_three_hundred_pages_take_a_few_seconds(upload):
    words = "\n".join(f"Sentence {number} of the findings of this review." for number in range(60))
    content = files.clean_pdf(pages=300, words=words)
    path = upload(content)
    began = time.monotonic()
    report = sandbox.inspect_apart(path, "review.pdf", NOW)
    assert report.obstacles == report.warnings == []
    assert report.page_count >= 300
    assert time.monotonic() - began < limits.WALL_SECONDS / 2


def test_a_pdf_that_unfolds_to_a_gigabyte_hurts_nobody(upload):
    def bomb(pdf):
        pdf.pages[0].Contents = pdf.make_stream(b"q " * (400 * limits.MEGABYTE // 2))

    content = files.changed_pdf(bomb)
    assert len(content) < limits.MEGABYTE
    began = time.monotonic()
    report = sandbox.inspect_apart(upload(content), "review.pdf", NOW, seconds=4)
    assert time.monotonic() - began < 6
    assert {finding.severity for finding in report.obstacles} <= {"held"}


def test_the_text_of_each_page_and_a_picture_of_the_first(upload):
    path = upload(files.clean_pdf(pages=3))
    found = sandbox.read_apart(path, "review.pdf")
    assert found["page_count"] == len(found["pages"]) == 3
    assert "Part 2" in found["pages"][1]
    assert sandbox.picture_of_first_page(path).startswith(b"\xff\xd8")


def test_what_cannot_be_read_says_so(upload):
    path = upload(b"%PDF-1.7 not really")
    assert "cannot be opened" in sandbox.read_apart(path, "review.pdf")["problem"]
    with pytest.raises(sandbox.NotDoneError):
        sandbox.picture_of_first_page(path)


def test_reading_has_less_memory_than_an_inspection(upload, stand_in):
    stand_in("bytearray(limits.READING_MEMORY)")
    with pytest.raises(sandbox.NotDoneError):
        sandbox.read_apart(upload(b"words"), "notes.txt")


def test_a_public_copy_is_written_apart(upload, tmp_path):
    copy = tmp_path / "copy.pdf"
    done = sandbox.mend_apart(upload(files.clean_pdf(author="Jo")), "review.pdf", copy, "Findings", "en-GB")
    assert [finding.code for finding in done] == ["removed-names"]
    assert copy.read_bytes().startswith(b"%PDF")


def test_a_copy_that_fails_leaves_nothing(upload, tmp_path):
    copy = tmp_path / "copy.pdf"
    with pytest.raises(sandbox.NotDoneError):
        sandbox.mend_apart(upload(b"%PDF-1.7 not really"), "review.pdf", copy, "Findings", "en-GB")
    assert not copy.exists()
