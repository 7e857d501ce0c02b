"""What else answers recommendations: sections above this one say it, such as the decisions of committees."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Answering:
    """Something that was decided or is done elsewhere because of a recommendation."""

    words: str
    url: str
    by: str
    on: date
    status: str
    colour: str


_sources: list[Callable] = []


def register_answers(source: Callable) -> Callable:
    """Add a source of answers. Usable as a decorator.

    It is called with recommendations and an audience, and answers {key of a recommendation: [Answering]} with what that
    audience may see, in a fixed number of queries.
    """
    _sources.append(source)
    return source


def answers_to(recommendations, audience) -> dict[int, list[Answering]]:
    """All that answers recommendations, by their keys."""
    found: dict[int, list[Answering]] = {}
    for source in _sources if recommendations else ():
        for key, answers in source(recommendations, audience).items():
            found.setdefault(key, []).extend(answers)
    return found
