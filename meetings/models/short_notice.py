"""Short notice: a meeting that is announced later than the rule asks says in public why."""

from django.db import models
from django.utils import timezone

from ..notice.short_notice import is_short_notice


class ShortNotice(models.Model):
    """Why a meeting was called at short notice."""

    # The committee of a meeting that is being added, until it has its place below it.
    committee_to_be = None

    short_notice_reason = models.CharField(
        "called at short notice because",
        max_length=300,
        blank=True,
        help_text="Needed in public where the notice is shorter than the committee’s rule.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.short_notice_reason.strip() or "starts_at" in problems:
            return problems
        if rule := is_short_notice(self, timezone.now()):
            problems["short_notice_reason"] = (
                f"This meeting is called at short notice: its rule is {rule.in_words}. Say in public why."
            )
        return problems
