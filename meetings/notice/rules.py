"""Which rules of notice hold for a committee, and when something is due by them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.apps import apps
from django.db.models import F

from ..models.notice_rules import AFTER_THE_MEETING, CommitteeRule, Duty, OrganisationRule
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


class RuleBook:
    """The rules of some committees, read in two queries however many there are."""

    def __init__(self, committees: Iterable[int]):
        self._committees = committees = list(committees)
        self._in_public = None
        self._own = defaultdict(list)
        for rule in CommitteeRule.objects.filter(committee__in=committees):
            self._own[rule.committee_id, rule.duty].append(as_rule(rule))
        self._organisations = defaultdict(list)
        theirs = OrganisationRule.objects.filter(organisation__committees__committee__in=committees)
        for rule in theirs.annotate(for_committee=F("organisation__committees__committee")):
            self._organisations[rule.for_committee, rule.duty].append(as_rule(rule))

    def meets_in_public(self, committee: int) -> bool:
        """Whether a committee, which is one of those, meets in public."""
        if self._in_public is None:
            self._in_public = set(
                apps.get_model("meetings", "CommitteePage")
                .objects.filter(pk__in=self._committees, meets_in_public=True)
                .values_list("pk", flat=True)
            )
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


def as_rule(row) -> Rule:
    """A rule without the row that it was read from."""
    return Rule(row.duty, row.days, row.counting, row.by_time, row.warn_days, row.legal_source)
