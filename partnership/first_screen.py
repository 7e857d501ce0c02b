"""What an editor is offered on the first screen; every section says what can be done with its own pages and data.

A section registers a function with the hook `register_first_screen_tasks`: it takes the user and returns tasks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wagtail import hooks

HOOK = "register_first_screen_tasks"


@dataclass(frozen=True)
class Task:
    """Something a person may do, one click away. `weight` orders it: the lower, the more it is their work."""

    weight: int
    words: str
    explanation: str
    url: str
    icon: str


def offers_tasks(offer: Callable[..., Iterable[Task]]):
    """Register a function that says what a user may do."""
    return hooks.register(HOOK, offer)


def tasks_of(user, most: int) -> list[Task]:
    """The tasks that are most this person's work, from all sections."""
    offered = [task for offer in hooks.get_hooks(HOOK) for task in offer(user)]
    return sorted(offered, key=lambda task: (task.weight, task.words))[:most]
