"""Which rules of notice hold for a committee, and when something is due by them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.apps import apps
from django.db.models import F, Value

from ..models.notice_rules import AFTER_THE_MEETING, Duty, OrganisationRule
from .counting import Counting, days_between, latest_day_after, latest_day_before, moment_on

# Whatever a rule says, a meeting called with less is called at short notice.
LEAST_CLEAR_DAYS = 3


@dataclass(frozen=True)
class Rule:
    """A rule as it holds for a committee."""

    duty: str
    days: int
    counting: str
    by_time: time | None = None
    warn_days: int | None = None
    source: str = ""

    def due_at(self, meeting_on: date) -> datetime:
        """The moment by which it is due for a meeting on a day."""
        latest = latest_day_after if self.duty in AFTER_THE_MEETING else latest_day_before
        return moment_on(latest(meeting_on, self.days, self.counting), self.by_time)

    def warn_at(self, meeting_on: date) -> datetime:
        """The moment from which it is called due."""
        if self.duty in AFTER_THE_MEETING:
            return moment_on(meeting_on, None)
        warn_days = max(self.warn_days or self.days, self.days)
        return moment_on(latest_day_before(meeting_on, warn_days, self.counting), time(0))

    def is_late(self, given_at: datetime, given_on: date, meeting_on: date) -> bool:
        """Whether what was given at a moment (on that day in London) came too late."""
        if given_at > self.due_at(meeting_on):
            return True
        return (
            self.duty == Duty.NOTICE and days_between(given_on, meeting_on, Counting.CLEAR) < LEAST_CLEAR_DAYS
        )

    @property
    def in_words(self) -> str:
        """The rule as people say it: "5 clear working days before, by noon"."""
        when = "after" if self.duty in AFTER_THE_MEETING else "before"
        by = f", by {self.by_time:%H:%M}".replace("12:00", "noon") if self.by_time else ""
        return f"{self.days} {Counting(self.counting).label} {when}{by}"


DEFAULTS = (
    Rule(Duty.NOTICE, LEAST_CLEAR_DAYS, Counting.CLEAR, warn_days=10),
    Rule(Duty.AGENDA, 5, Counting.CLEAR_WORKING, warn_days=7),
    Rule(Duty.PAPERS, 5, Counting.CLEAR_WORKING, warn_days=7),
    Rule(Duty.QUESTIONS, 3, Counting.CLEAR_WORKING, by_time=time(12)),
    Rule(Duty.MINUTES, 10, Counting.WORKING),
)


# In the order in which a rule has them.
FACTS = ("duty", "days", "counting", "by_time", "warn_days", "legal_source")


class RuleBook:
    """The rules of some committees, and which of them meet in public, read in one query however many there are."""

    def __init__(self, committees: Iterable[int]):
        committees = list(committees)
        self._own, self._organisations = defaultdict(list), defaultdict(list)
        self._in_public = set()
        for committee, *facts, is_own, in_public in rows_of(committees):
            if in_public:
                self._in_public.add(committee)
            rule = Rule(*facts)
            # A committee without a rule of its own has a row without one.
            if rule.duty:
                (self._own if is_own else self._organisations)[committee, rule.duty].append(rule)

    def meets_in_public(self, committee: int) -> bool:
        """Whether a committee, which is one of those, meets in public."""
        return committee in self._in_public

    def rule(self, committee: int, duty: str, meeting_on: date) -> Rule:
        """The rule of a committee on a duty: its own; else the strictest of its organisations; else the usual one."""
        key = (committee, duty)
        rules = self._own[key] or self._organisations[key]
        rules = rules or [rule for rule in DEFAULTS if rule.duty == duty]
        return min(rules, key=lambda rule: rule.due_at(meeting_on))


def rules_of(committee) -> RuleBook:
    """The rules of one committee, read once for as long as its page is at hand."""
    if not hasattr(committee, "_rule_book"):
        committee._rule_book = RuleBook([committee.pk])
    return committee._rule_book


def rows_of(committees: list[int]):
    """The rules of committees and those of their organisations: committee, the rule's facts, whose, and in public."""
    own = (
        apps.get_model("meetings", "CommitteePage")
        .objects.filter(pk__in=committees)
        .annotate(is_own=Value(True), in_public=F("meets_in_public"))
    )
    theirs = OrganisationRule.objects.filter(organisation__committees__committee__in=committees).annotate(
        is_own=Value(False), in_public=Value(False)
    )
    return (
        own.order_by()
        .values_list("pk", *(f"notice_rules__{name}" for name in FACTS), "is_own", "in_public")
        .union(
            theirs.order_by().values_list(
                "organisation__committees__committee", *FACTS, "is_own", "in_public"
            ),
            all=True,
        )
    )
