"""Every inspection is of a real file on the disk."""

from datetime import UTC, datetime

import pytest

from documents.inspection.engine import inspect

from . import files

NOW = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def look(tmp_path):
    """Inspect bytes as a file of a name; answers the report."""

    def look(name: str, content: bytes, **more):
        path = tmp_path / "upload"
        path.write_bytes(content)
        return inspect(path, name, NOW, **more)

    return look


@pytest.fixture
def codes(look):
    """Inspect bytes as a file of a name; answers the codes of what is refused, held or warned of."""

    def codes(name: str, content: bytes, **more) -> set[str]:
        report = look(name, content, **more)
        return {finding.code for finding in report.obstacles + report.warnings}

    return codes


@pytest.fixture(scope="session")
def clean_pdf() -> bytes:
    """A tagged PDF without a fault."""
    return files.clean_pdf()
