"""The inspection in a process of its own, with limits: parsers face hostile files, and the site must not fall with one.

The process gets a file's path and nothing of the site: no settings, no environment, no open connections.
"""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from . import antivirus, limits
from .report import Finding, Report, Rule, Severity

PROJECT_DIR = Path(__file__).resolve().parents[2]

NOT_IN_TIME = Rule(
    "not-checked-in-time",
    Severity.HELD,
    "The file could not be checked in time.",
    "Try again. If it happens twice, export the file again with smaller pictures, or split it into parts.",
)
NOT_CHECKED = Rule(
    "not-checked",
    Severity.HELD,
    "The file could not be checked: the check broke off.",
    "Export it again from the program it was made with, and upload the new file.",
)


class NotDoneError(Exception):
    """The process ended without an answer; carries the finding that says so."""

    def __init__(self, finding: Finding):
        super().__init__(finding.says)
        self.finding = finding


def inspect_apart(
    path: Path,
    filename: str,
    now: datetime,
    own_domains=(),
    scanner: str = "",
    seconds: float = limits.WALL_SECONDS,
) -> Report:
    """Inspect an uploaded file, and have it scanned for viruses where a scanner's address is given."""
    task = {"filename": filename, "now": now.isoformat(), "own_domains": list(own_domains)}
    try:
        report = Report.from_data(run("inspect", path, seconds, **task))
    except NotDoneError as broken:
        report = Report(filename=filename, inspected_at=now, findings=[broken.finding])
    if scanner:
        report.findings += antivirus.scan(path, scanner)
    return report


def mend_apart(path: Path, filename: str, out_path: Path, title: str, language: str) -> list[Finding]:
    """Write the public copy of a file, see `mend`. Raises NotDoneError, and leaves no copy, where that fails."""
    try:
        done = run(
            "mend", path, out_path=str(out_path.resolve()), filename=filename, title=title, language=language
        )
    except NotDoneError:
        out_path.unlink(missing_ok=True)
        raise
    return [Finding.from_data(finding) for finding in done]


def read_apart(path: Path, filename: str) -> dict | None:
    """The text of each page of a file, as `page_texts.PageTexts` has it; {"problem": why} for a file past reading.

    None for a kind of file that has no text to take. Raises NotDoneError where the reading broke off.
    """
    return run("read", path, limits.READING_WALL_SECONDS, filename=filename)


def picture_of_first_page(path: Path) -> bytes:
    """A small JPEG of a PDF's first page. Raises NotDoneError where there is none."""
    return base64.b64decode(run("picture", path))


def run(do: str, path: Path, seconds: float = limits.WALL_SECONDS, **task):
    """Have a task done with a file by the inspection's process. Raises NotDoneError where it does not answer."""
    return answer_of("documents.inspection", {"do": do, "path": str(path.resolve()), **task}, seconds)


def answer_of(module: str, task: dict, seconds: float):
    """Have a task done by a module run as a process of its own; it sets its own limits.

    Raises NotDoneError where it does not answer within `seconds`.
    """
    with tempfile.TemporaryDirectory(prefix="inspection-") as folder, tempfile.TemporaryFile() as answer:
        # The module is named in our own code.
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-s", "-m", module],
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"PYTHONPATH": str(PROJECT_DIR), "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        try:
            process.communicate(json.dumps(task).encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            raise NotDoneError(NOT_IN_TIME.found()) from None
        finally:
            stop(process)
        if process.returncode == -signal.SIGXCPU:
            raise NotDoneError(NOT_IN_TIME.found())
        if process.returncode != 0 or os.fstat(answer.fileno()).st_size > limits.ANSWER_SIZE:
            raise NotDoneError(NOT_CHECKED.found())
        answer.seek(0)
        try:
            return json.load(answer)
        except ValueError as nonsense:
            raise NotDoneError(NOT_CHECKED.found()) from nonsense


def stop(process: subprocess.Popen) -> None:
    """End a process and whatever it started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
