"""What an inspection says: findings in a clerk's words, each with what to do about it."""

import unicodedata
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum


class Severity(StrEnum):
    """What a finding means for the file."""

    REFUSED = "refused"  # it is not accepted
    HELD = "held"  # it could not be checked, so it is not accepted now
    WARNED = "warned"  # somebody decides, with a reason
    MENDED = "mended"  # the public copy goes out without it


def shown(name: str, longest: int = 60) -> str:
    """A name found inside a file, safe to show: no marks of HTML, nothing invisible, not endless.

    The signs are taken out because Wagtail's uploader puts error messages into its page as HTML.
    """
    letters = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name[: longest * 4])
    clean = " ".join("".join(letters).translate(dict.fromkeys(map(ord, "<>&\"'`"), "")).split())
    return clean if len(clean) <= longest else f"{clean[: longest - 1]}…"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a file, and where."""

    code: str
    severity: Severity
    says: str
    how_to_fix: str
    pages: tuple[int, ...] = ()
    places: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: dict) -> "Finding":
        """The finding that `asdict` took apart, after its way through JSON."""
        changed = {
            "severity": Severity(data["severity"]),
            "pages": tuple(data["pages"]),
            "places": tuple(data["places"]),
        }
        return cls(**{**data, **changed})

    @property
    def where(self) -> str:
        """The place in words: "pages 3, 4 and 9", "sheet Staff", or nothing."""
        named = [str(number) for number in self.pages[:20]]
        if len(self.pages) > 20:
            named[-1] = f"{len(self.pages) - 19} more"
        listed = " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else "".join(named)
        pages = [f"{'page' if len(self.pages) == 1 else 'pages'} {listed}"] if named else []
        return "; ".join(pages + list(self.places[:20]))

    def __str__(self):
        place = f" ({self.where})" if self.where else ""
        return f"{self.says.removesuffix('.')}{place}. {self.how_to_fix}"


@dataclass(frozen=True)
class Rule:
    """Something that may be wrong with a file, told in the words of those who upload files."""

    code: str
    severity: Severity
    says: str
    how_to_fix: str

    def found(self, *, pages=(), places=(), **details) -> Finding:
        """A finding of this rule, at sorted page numbers or named places; details fill the sentence's gaps."""
        words = {key: shown(str(value), 200) for key, value in details.items()}
        return Finding(
            self.code,
            self.severity,
            self.says.format(**words),
            self.how_to_fix.format(**words),
            tuple(sorted(set(pages))),
            tuple(dict.fromkeys(shown(place) for place in places if place)),
        )


class RefusedError(Exception):
    """Looking further into a file makes no sense or is not safe; carries the finding that says why."""

    def __init__(self, finding: Finding):
        super().__init__(finding.says)
        self.finding = finding


@dataclass
class Examined:
    """What the look into one file brought to light."""

    findings: list[Finding] = field(default_factory=list)
    page_count: int | None = None
    title: str = ""
    language: str = ""


@dataclass
class Report(Examined):
    """What an inspection says about one file."""

    filename: str = ""
    inspected_at: datetime | None = None

    def of(self, severity: Severity) -> list[Finding]:
        """The findings of one severity."""
        return [finding for finding in self.findings if finding.severity == severity]

    @property
    def obstacles(self) -> list[Finding]:
        """Why the file is not accepted: what was refused, or could not be checked."""
        return self.of(Severity.REFUSED) + self.of(Severity.HELD)

    @property
    def warnings(self) -> list[Finding]:
        """What somebody must mend, or accept with a reason."""
        return self.of(Severity.WARNED)

    def as_data(self) -> dict:
        """The report as plain data, for JSON."""
        data = asdict(self)
        data["inspected_at"] = self.inspected_at.isoformat() if self.inspected_at else None
        return data

    @classmethod
    def from_data(cls, data: dict) -> "Report":
        """The report that `as_data` wrote."""
        moment = data["inspected_at"]
        changed = {
            "inspected_at": datetime.fromisoformat(moment) if moment else None,
            "findings": [Finding.from_data(finding) for finding in data["findings"]],
        }
        return cls(**{**data, **changed})
