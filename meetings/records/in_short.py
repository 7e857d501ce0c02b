"""What was decided on an item, in a few words: which committees decided the same."""

from dataclasses import dataclass

from ..models.records import ItemRecord


@dataclass
class Said:
    """A decision, and who made it; nobody is named where one decided for all, or all decided the same."""

    what: str
    who: list[str]


def in_short(rows: list[ItemRecord]) -> list[Said]:
    """The decisions on one item, those that are the same together."""
    by_words: dict[str, list[str]] = {}
    decided = [row for row in rows if row.applies and row.decision]
    for row in decided:
        by_words.setdefault(words_of(row), []).append(row.whose)
    if len(by_words) == 1 and len(decided) == len(rows):
        [words] = by_words
        return [Said(f"{words} by all" if len(rows) > 1 else words, [])]
    return [Said(words, [name for name in names if name]) for words, names in by_words.items()]


def words_of(row: ItemRecord) -> str:
    """A decision as the list says it."""
    if row.awaits_ratification:
        return "Recommended, not ratified yet"
    return "Recommended" if row.decision == ItemRecord.Decision.RECOMMENDED else row.get_decision_display()
