"""Which public files fail which check of accessibility: noted when a file is read, counted on a schedule."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.db import transaction

from partnership.content.visibility import Audience

from ..inspection.kinds import ending_of
from ..inspection.sandbox import inspect_apart
from ..models import CustomDocument, FileCheckCount, Reading
from ..visibility import public_among

# What the public is told of each rule of the inspection, after “files”.
CHECKS = {
    "no-tags": "have no tags, so a screen reader cannot tell headings, lists and tables apart",
    "pictures-of-text": "have pages that are pictures of text, which cannot be read aloud",
    "no-bookmarks": "are long and have no bookmarks",
    "locks-out-screen-readers": "have security settings that lock out screen readers",
    "no-title": "have no title of their own",
    "no-language": "do not say which language they are in",
}
CHECKED_KINDS = {"pdf", "docx", "pptx", "odt", "odp"}


def failed_checks(path: Path, filename: str, now: datetime) -> list[str] | None:
    """The codes of the checks that a file fails; None where its kind is not checked, or it could not be."""
    if ending_of(filename) not in CHECKED_KINDS:
        return None
    report = inspect_apart(path, filename, now)
    if report.obstacles:
        return None
    return sorted({finding.code for finding in report.warnings} & CHECKS.keys())


def count_files(now: datetime) -> None:
    """Count all public files anew."""
    readings = Reading.objects.exclude(document=None).select_related("document", "version")
    readings = list(readings.filter(document__taken_down_at=None))
    public = public_among(CustomDocument.objects.filter(reading__in=readings), Audience(now))
    counted = Counter()
    for reading in readings:
        if reading.document_id not in public or reading.failed_checks is None:
            continue
        kind = ending_of(reading.version.filename)
        counted[kind, FileCheckCount.ALL] += 1
        counted[kind, FileCheckCount.PASSED] += not reading.failed_checks
        for code in reading.failed_checks:
            counted[kind, code] += 1
    with transaction.atomic():
        FileCheckCount.objects.all().delete()
        FileCheckCount.objects.bulk_create(
            FileCheckCount(kind=kind, check_code=code, number=number, counted_at=now)
            for (kind, code), number in counted.items()
        )


def counts_in_words() -> dict:
    """The last count as the public reads it, in one query; {} where nothing was counted yet."""
    rows = list(FileCheckCount.objects.all())
    if not rows:
        return {}
    total = Counter()
    for row in rows:
        total[row.check_code] += row.number
    of_kind = {row.kind: row.number for row in rows if row.check_code == FileCheckCount.ALL}
    return {
        "counted_at": rows[0].counted_at,
        "files": total[FileCheckCount.ALL],
        "passed": total[FileCheckCount.PASSED],
        "failed": [
            {
                "kind": row.kind.upper(),
                "number": row.number,
                "of": of_kind[row.kind],
                "words": CHECKS[row.check_code],
            }
            for row in rows
            if row.check_code in CHECKS
        ],
    }
