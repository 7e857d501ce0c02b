"""What a chair decided between two meetings, because it could not wait."""

from django.db import models
from django.db.models import Q

from documents.models.standing_reports import StandingReport


class ChairsActionQuerySet(models.QuerySet):
    """Chair's actions by who may read them, and by whether a meeting has heard of them."""

    def public(self):
        """Those that the public may read while the committee's page is there."""
        return self.filter(published_at__isnull=False, is_private=False)

    def shown_to(self, audience):
        """Those that an audience may read."""
        committees = self.model._meta.get_field("committee").related_model.objects.all()
        return self.public().filter(committee__in=audience.visible(committees).values("pk"))

    def unreported(self):
        """Those that no meeting has heard of yet."""
        return self.filter(reported_at=None)

    def latest_first(self):
        """The latest first."""
        return self.order_by("-taken_on", "-pk")


class ChairsAction(models.Model):
    """A decision that the chair took for a committee between two meetings, and that the next one hears of."""

    # What the public has read stays as it was; what was wrong in it is put right by a note.
    LOCKED_ONCE_PUBLIC = ("taken_on", "taken_by", "decided", "urgency", "power")

    committee = models.ForeignKey(
        "meetings.CommitteePage", on_delete=models.CASCADE, related_name="chairs_actions"
    )
    organisations = models.ManyToManyField(
        "programmes.Organisation",
        blank=True,
        related_name="chairs_actions",
        help_text="Whom it binds: of committees in common, each organisation for which it was taken.",
    )
    taken_on = models.DateField("taken on", null=True, blank=True)
    taken_by = models.CharField(
        "taken by",
        max_length=200,
        blank=True,
        help_text="The chair, as the public may read it, and who was consulted.",
    )
    decided = models.TextField("what was decided", max_length=3000)
    urgency = models.TextField("why it could not wait", max_length=1000, blank=True)
    power = models.CharField(
        "under which power",
        max_length=300,
        blank=True,
        help_text="Such as “Standing order 5.2” or “Terms of reference, paragraph 14”.",
    )
    area_of_work = models.ForeignKey(
        "programmes.AreaOfWorkPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="chairs_actions",
        verbose_name="programme or collaborative",
    )
    reported_to = models.ForeignKey(
        "meetings.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="chairs_actions",
        verbose_name="to be reported to the meeting",
        help_text="The next meeting of the committee. Its page shows this as something to note.",
    )
    # When somebody said that the meeting has heard of it.
    reported_at = models.DateTimeField(null=True, editable=False)
    is_private = models.BooleanField(
        "only the committee may read it",
        default=False,
        help_text="Where it is about something that the committee would take up in Part B.",
    )
    # Since when those who may read it have had it.
    published_at = models.DateTimeField(null=True, editable=False)

    objects = ChairsActionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "chair’s action"
        verbose_name_plural = "chair’s actions"
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(taken_on__isnull=False),
                name="a_public_chairs_action_has_a_day",
                violation_error_message="Say on which day it was taken.",
            )
        ]

    def __str__(self):
        return f"Chair’s action: {self.decided[:80]}"

    @property
    def is_public(self) -> bool:
        """Whether the public may read it while the committee's page is there."""
        return self.published_at is not None and not self.is_private

    @property
    def anchor(self) -> str:
        """Where on a page it stands."""
        return f"chairs-action-{self.pk}"


class ChairsActionNote(StandingReport):
    """What was added to a published chair's action afterwards, such as what was wrong in it. Never changed."""

    chairs_action = models.ForeignKey(ChairsAction, on_delete=models.CASCADE, related_name="notes")

    wagtail_reference_index_ignore = True

    class Meta(StandingReport.Meta):
        abstract = False
        ordering = ["reported_at", "pk"]

    def __str__(self):
        return self.note
