"""Which item a file belongs to, by its name."""

import pytest

from meetings.agenda.matching import match
from meetings.agenda.reading import Line
from meetings.models import AgendaItem

LINES = [
    Line(AgendaItem(title=title), number)
    for number, title in [
        ("1", "Welcome"),
        ("3", "Reports"),
        ("3.2", "Quality and safety report"),
        ("12", "Finance"),
        ("B1", "Contract under negotiation"),
    ]
]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("3.2 Quality report", "3.2"),
        ("03-2_quality", "3.2"),
        ("Item 12 - Finance", "12"),
        ("Paper B1 Contract", "B1"),
        ("b 1. contract", "B1"),
        ("3.9 Something else", "3"),
        ("Quality and safety report final", "3.2"),
        ("contract_negotiation", "B1"),
        ("2026 accounts", None),
        ("Minutes", None),
    ],
)
def test_a_file_is_matched_by_its_number_else_by_its_words(name, number):
    found = match(name, LINES)
    assert (found.line.number if found else None) == number
