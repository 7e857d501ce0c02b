"""How a publication ends: something newer takes its place, or it is taken back."""

from django.db import models

from .states import State


class Ending(models.Model):
    """That a publication was superseded or withdrawn, by what or why."""

    superseded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supersedes",
        help_text="The newer publication. Readers of this one and of its files are sent on to it.",
    )
    withdrawn_on = models.DateField("withdrawn", null=True, blank=True)
    withdrawn_reason = models.TextField(
        "public reason",
        blank=True,
        max_length=600,
        help_text="Why it was withdrawn. The page, the date and this reason stay; its files stop answering.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.state == State.SUPERSEDED and not self.superseded_by:
            problems["superseded_by"] = "Choose the newer publication."
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            problems["superseded_by"] = "A publication cannot supersede itself."
        elif self.state == State.SUPERSEDED and self.leads_back:
            problems["superseded_by"] = (
                f"“{self.superseded_by.title}” says in its turn that this one takes its place, so readers would go "
                "round in a ring. Put one of them right."
            )
        if self.state == State.WITHDRAWN:
            if not self.withdrawn_on:
                problems["withdrawn_on"] = "Give the date it was withdrawn."
            if not self.withdrawn_reason:
                problems["withdrawn_reason"] = "Say in public why it was withdrawn."
        return problems

    @property
    def leads_back(self) -> bool:
        """Whether the newer publications, followed from one to the next, come to this one again."""
        newer, passed = self.superseded_by, set()
        while newer and newer.state == State.SUPERSEDED and newer.pk not in passed:
            passed.add(newer.pk)
            if self.pk and newer.superseded_by_id == self.pk:
                return True
            newer = newer.superseded_by
        return False

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back; its files are no longer to be had."""
        return self.state == State.WITHDRAWN
