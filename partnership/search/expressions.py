"""What the index is asked, and how each database wants to be asked. Only stems get here: letters and digits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Words side by side, in this order; one word is the common case."""

    stems: tuple[str, ...]

    def for_sqlite(self) -> str:
        """The same for FTS5."""
        return '"' + " ".join(self.stems) + '"'

    def for_postgresql(self) -> str:
        """The same for to_tsquery."""
        return "(" + " <-> ".join(f"'{stem}'" for stem in self.stems) + ")"


@dataclass(frozen=True)
class AnyOf:
    """At least one of these."""

    parts: tuple

    @classmethod
    def of(cls, parts: tuple):
        """The same, or the only part."""
        return parts[0] if len(parts) == 1 else cls(parts)

    def for_sqlite(self) -> str:
        """The same for FTS5."""
        return "(" + " OR ".join(part.for_sqlite() for part in self.parts) + ")"

    def for_postgresql(self) -> str:
        """The same for to_tsquery."""
        return "(" + " | ".join(part.for_postgresql() for part in self.parts) + ")"


@dataclass(frozen=True)
class AllOf:
    """All of these, and none of the others."""

    parts: tuple
    unwanted: tuple = ()

    @classmethod
    def of(cls, parts: tuple):
        """The same, or the only part."""
        return parts[0] if len(parts) == 1 else cls(parts)

    def for_sqlite(self) -> str:
        """The same for FTS5."""
        wanted = " AND ".join(part.for_sqlite() for part in self.parts)
        without = "".join(f" NOT {part.for_sqlite()}" for part in self.unwanted)
        return f"(({wanted}){without})"

    def for_postgresql(self) -> str:
        """The same for to_tsquery."""
        wanted = " & ".join(part.for_postgresql() for part in self.parts)
        without = "".join(f" & !{part.for_postgresql()}" for part in self.unwanted)
        return f"(({wanted}){without})"
