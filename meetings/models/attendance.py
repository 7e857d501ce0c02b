"""Who was at a meeting, for which organisation, from when to when."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q


class AttendanceQuerySet(models.QuerySet):
    """Who was there, by what is known of them."""

    def published(self):
        """Those whom the public reads of."""
        return self.filter(published_at__isnull=False)

    def in_order(self):
        """By organisation as the screens show it: members first, as the register of members orders them."""
        return self.select_related("organisation", "person", "deputy_for__person").order_by(
            "organisation__name", "place", "pk"
        )


class Attendance(models.Model):
    """That somebody was at a meeting, or sent apologies; of a person without a page, by name."""

    class Kind(models.TextChoices):
        """As what somebody was there."""

        PRESENT = "present", "Present"
        DEPUTY = "deputy", "Deputy for a member"
        IN_ATTENDANCE = "in_attendance", "In attendance"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent"

    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="attendance")
    organisation = models.ForeignKey(
        "programmes.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Of a member: the membership that made them one on that day.
    membership = models.ForeignKey(
        "meetings.Membership", null=True, blank=True, on_delete=models.SET_NULL, related_name="attendance"
    )
    person = models.ForeignKey(
        "programmes.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=160, help_text="As the record names them.")
    position = models.CharField(max_length=160, blank=True)
    kind = models.CharField("was", max_length=13, choices=Kind.choices, blank=True)
    deputy_for = models.ForeignKey(
        "meetings.Membership", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    votes = models.BooleanField("voting", default=False)
    # Empty: from the start, or to the end.
    joined_at = models.DateTimeField("joined", null=True, blank=True)
    left_at = models.DateTimeField("left", null=True, blank=True)
    place = models.PositiveIntegerField(default=0, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    objects = AttendanceQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["place", "pk"]
        verbose_name = "attendance"
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "membership"],
                name="a_member_attends_once",
                violation_error_message="This member is on the list already.",
            ),
            models.CheckConstraint(
                condition=Q(joined_at=None) | Q(left_at=None) | Q(left_at__gt=F("joined_at")),
                name="who_leaves_has_joined",
                violation_error_message="They left before they joined. Check both times.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def was_there(self) -> bool:
        """Whether they took part at all."""
        return self.kind in (self.Kind.PRESENT, self.Kind.DEPUTY, self.Kind.IN_ATTENDANCE)

    @property
    def counts(self) -> bool:
        """Whether they count towards the quorum while they are there: voting members, and their deputies."""
        return self.votes and self.kind in (self.Kind.PRESENT, self.Kind.DEPUTY)

    def is_there_at(self, moment: datetime) -> bool:
        """Whether they were in the room, or on the line, at a moment; who leaves at a moment is gone by then."""
        joined = self.joined_at is None or self.joined_at <= moment
        return self.was_there and joined and (self.left_at is None or moment < self.left_at)
