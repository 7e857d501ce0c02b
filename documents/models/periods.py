"""The time that a publication is about."""

from django.db import models

from partnership.content.partial_dates import partial_date, precision_field


class PeriodCovered(models.Model):
    """The time that a publication is about, from its first day, month or year to its last."""

    covers_from = models.DateField("period covered: from", null=True, blank=True)
    covers_until = models.DateField(
        "until", null=True, blank=True, help_text="Leave empty for one month or year."
    )
    covers_precision = precision_field()

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.covers_until and not self.covers_from:
            problems["covers_from"] = "Say when the period begins."
        elif self.covers_until and self.covers_until < self.covers_from:
            problems["covers_until"] = "The period ends before it begins."
        return problems

    @property
    def period_covered(self) -> str:
        """The period in words: "April 2020 to March 2021", "2021", or ""."""
        first = partial_date(self.covers_from, self.covers_precision)
        last = partial_date(self.covers_until, self.covers_precision)
        return f"{first} to {last}" if last and last != first else first
