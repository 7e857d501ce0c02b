"""Asks the virus scanner again about files that it did not answer for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from ..arrivals import on_disk
from ..inspection.antivirus import scan
from ..inspection.report import Finding
from ..models import Upload
from .receiving import NOT_SCANNED

AT_MOST = 20


def scan_waiting_uploads(now: datetime) -> int:
    """Scan what waits, longest first, until the scanner falls silent; answers how many files it spoke on."""
    answered = 0
    for upload in Upload.objects.waiting().order_by("tried_at", "pk")[:AT_MOST]:
        findings = findings_of(upload)
        if {finding.code for finding in findings} & NOT_SCANNED:
            Upload.objects.filter(pk=upload.pk).update(tried_at=now)
            break
        settle(upload, findings, now)
        answered += 1
    return answered


def findings_of(upload: Upload) -> list[Finding]:
    """What the scanner says of a file now; nothing where it is clean, or where the site has no scanner any more."""
    if not settings.CLAMAV_SOCKET:
        return []
    with upload.file.storage.open(upload.file.name, "rb") as file, on_disk(file) as path:
        return scan(path, settings.CLAMAV_SOCKET)


def settle(upload: Upload, findings: list[Finding], now: datetime) -> None:
    """Let a clean file onto the desk; of an infected one keep the report, and not the bytes."""
    report = upload.report
    report.findings = [finding for finding in report.findings if finding.code not in NOT_SCANNED] + findings
    with transaction.atomic():
        Upload.objects.filter(pk=upload.pk, state=Upload.State.WAITING).update(
            state=Upload.State.REFUSED if findings else Upload.State.ON_DESK,
            report_data=report.as_data(),
            tried_at=now,
        )
        if findings:
            transaction.on_commit(lambda: upload.file.storage.delete(upload.file.name))
