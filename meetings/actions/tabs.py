"""The lists of which the register is made: for each what it lists, how it is narrowed, shown and downloaded."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from ..models.actions import Action
from ..models.chairs_actions import ChairsAction
from ..models.records import ItemRecord
from . import tables
from .filters import ActionFilter, ChairsActionFilter, DecisionFilter, RegisterFilter
from .showing import actions_shown, chairs_actions_shown, decisions_shown


@dataclass(frozen=True)
class Tab:
    """One list of the register. `path` is its address below the register's own."""

    key: str
    label: str
    one: str
    path: str
    template: str
    listed: Callable
    filters: type[RegisterFilter]
    shown: Callable
    heading: list[str]
    line: Callable

    def narrowed(self, data, audience) -> RegisterFilter:
        """The filters of an address on what this audience may read."""
        return self.filters(data, self.listed(audience), audience=audience)

    def query_for_others(self, filters: RegisterFilter) -> str:
        """As much of an address as means something to the other lists too."""
        typed = {name: filters.data.get(name, "") for name in filters.SHARED}
        return urlencode({name: value for name, value in typed.items() if value})


DECISIONS = Tab(
    "decisions",
    "Decisions",
    "decision",
    "",
    "meetings/actions/decision.html",
    lambda audience: ItemRecord.objects.public(audience).decided().latest_first(),
    DecisionFilter,
    decisions_shown,
    tables.DECISIONS,
    tables.decision_line,
)
ACTIONS = Tab(
    "actions",
    "Actions",
    "action",
    "actions/",
    "meetings/actions/action.html",
    lambda audience: Action.objects.shown_to(audience).latest_first(),
    ActionFilter,
    actions_shown,
    tables.ACTIONS,
    tables.action_line,
)
CHAIRS_ACTIONS = Tab(
    "chairs-actions",
    "Chair’s actions",
    "chair’s action",
    "chairs-actions/",
    "meetings/actions/chairs_action.html",
    lambda audience: ChairsAction.objects.shown_to(audience).latest_first(),
    ChairsActionFilter,
    chairs_actions_shown,
    tables.CHAIRS_ACTIONS,
    tables.chairs_action_line,
)
TABS = (DECISIONS, ACTIONS, CHAIRS_ACTIONS)
