"""One organisation's committee at one meeting: who of it was enough to decide, and how it voted on going private."""

from django.db import models
from django.db.models import Q


class ExclusionMotion(models.Model):
    """The motion that a meeting is asked to carry before it takes Part B without the public."""

    meeting = models.OneToOneField(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="exclusion_motion"
    )
    wording = models.TextField(
        "proposed motion",
        max_length=1000,
        help_text="As it will be put to the vote. The public reads it on the agenda.",
    )
    reason = models.TextField(
        max_length=1000,
        help_text="Why the public is to leave, without what is private. The public reads this too.",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "motion to exclude the public"
        verbose_name_plural = "motions to exclude the public"

    def __str__(self):
        return self.wording


class SittingQuerySet(models.QuerySet):
    """Sittings by what is known of them."""

    def published(self):
        """Those whose record is public."""
        return self.filter(published_at__isnull=False)

    def in_order(self):
        """By organisation; the one sitting of a committee that decides as one has none."""
        return self.order_by("organisation_name", "pk")


class Sitting(models.Model):
    """One organisation's committee at one meeting; a joint committee has one, of no organisation.

    The names and the number that it needed are kept as they were then.
    """

    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="sittings")
    organisation = models.ForeignKey(
        "programmes.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="sittings"
    )
    organisation_name = models.CharField(max_length=160, blank=True)
    committee_name = models.CharField(max_length=200, blank=True)
    quorum_number = models.PositiveSmallIntegerField(null=True, blank=True)
    # None: not known, as nobody wrote down how many it needs.
    quorate = models.BooleanField("was quorate", null=True, blank=True)
    # Empty: from the start, or to the end.
    quorate_from = models.DateTimeField("quorate from", null=True, blank=True)
    inquorate_from = models.DateTimeField("stopped being quorate at", null=True, blank=True)
    inquorate_from_item = models.ForeignKey(
        "meetings.AgendaItem",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="stopped being quorate with item",
    )
    quorum_reason = models.CharField(
        "why this differs from the count", max_length=300, blank=True, help_text="The public reads this."
    )
    motion = models.ForeignKey(
        ExclusionMotion, null=True, blank=True, on_delete=models.SET_NULL, related_name="sittings"
    )
    motion_carried = models.BooleanField("motion to exclude the public", null=True, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)

    objects = SittingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["organisation_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organisation"],
                name="a_committee_sits_once",
                violation_error_message="This organisation's committee is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(organisation=None),
                name="a_joint_committee_sits_once",
                violation_error_message="The committee is recorded already.",
            ),
        ]

    def __str__(self):
        return self.called

    @property
    def called(self) -> str:
        """Whose committee it is: the organisation as it was called then, or the committee itself."""
        return self.organisation_name or self.committee_name or "The committee"
