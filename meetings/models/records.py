"""What each organisation's committee decided on each item of a meeting."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from .agenda import Part


class ItemRecordQuerySet(models.QuerySet):
    """Records by what is known of them and by who may read them."""

    def published(self):
        """Those whose record is published: for whoever may read their item."""
        return self.filter(published_at__isnull=False)

    def public(self, audience):
        """Those that an audience may read: published, of an item in public or released, of a meeting that it sees."""
        meetings = audience.visible(apps.get_model("meetings", "MeetingPage").objects.all())
        return self.published().filter(
            Q(item__part=Part.A) | Q(item__released_at__isnull=False),
            item__published_at__isnull=False,
            item__meeting__in=meetings.values("pk"),
        )

    def decided(self):
        """Those that say what was decided, by a committee that the item concerned."""
        return self.filter(applies=True).exclude(decision="")

    def awaiting_ratification(self):
        """What a committee recommended while it was not quorate, and nobody has ratified."""
        return self.filter(decision=ItemRecord.Decision.RECOMMENDED, ratified_on=None)

    def latest_first(self):
        """The latest meeting first, its items in their order."""
        return self.order_by(
            "-item__meeting__starts_at", "-item__meeting_id", "item__part", "item__place", "item_id", "pk"
        )


class ItemRecord(models.Model):
    """What one organisation's committee decided on one item; the one record of a joint committee is of none."""

    class Decision(models.TextChoices):
        """What was decided."""

        AGREED = "agreed", "Agreed"
        AGREED_WITH_CHANGES = "changed", "Agreed with changes"
        NOT_AGREED = "not_agreed", "Not agreed"
        DEFERRED = "deferred", "Deferred"
        NOTED = "noted", "Noted"
        RECOMMENDED = "recommended", "Recommended, as the committee was not quorate"

    item = models.ForeignKey("meetings.AgendaItem", on_delete=models.CASCADE, related_name="records")
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="item_records",
    )
    applies = models.BooleanField("the item concerns this committee", default=True)
    # None: not known.
    quorate = models.BooleanField(null=True, blank=True)
    quorate_reason = models.CharField(
        "why this differs from the count", max_length=300, blank=True, help_text="The public reads this."
    )
    conflicts = models.TextField(
        "conflicts of interest declared", max_length=1000, blank=True, help_text="Who declared what."
    )
    conflicts_managed = models.TextField(
        "how they were managed", max_length=1000, blank=True, help_text="“Left the meeting for this item.”"
    )
    decision = models.CharField(max_length=11, choices=Decision.choices, blank=True)
    decision_text = models.TextField("decision in words", max_length=3000, blank=True)
    reference = models.CharField(
        "reference of its minutes",
        max_length=120,
        blank=True,
        help_text="Where this organisation’s own minutes say so: “BC/2026/041”.",
    )
    ratified_on = models.DateField("ratified", null=True, blank=True)
    ratified_by_meeting = models.ForeignKey(
        "meetings.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="ratified at the meeting",
    )
    ratified_note = models.CharField(
        "ratified by",
        max_length=200,
        blank=True,
        help_text="Who ratified it, where that is not a meeting on this site: “the trust’s board”.",
    )
    published_at = models.DateTimeField(null=True, editable=False)

    objects = ItemRecordQuerySet.as_manager()

    # A record of a private item is read nowhere but where its item is.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "decision"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "organisation"],
                name="a_committee_decides_once",
                violation_error_message="This committee has a record of this item already.",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(organisation=None),
                name="a_joint_committee_decides_once",
                violation_error_message="The committee has a record of this item already.",
            ),
            models.CheckConstraint(
                condition=Q(quorate=None)
                | Q(quorate=True)
                | Q(decision__in=["", "recommended", "deferred", "noted"]),
                name="who_is_not_quorate_decides_nothing",
                violation_error_message="Its committee was not quorate, so it could only recommend, note or defer.",
            ),
            models.CheckConstraint(
                condition=~Q(decision="recommended") | Q(quorate=False),
                name="who_is_quorate_decides",
                violation_error_message="Its committee was quorate, so it decided: choose what.",
            ),
            models.CheckConstraint(
                condition=Q(ratified_on=None) | Q(decision="recommended"),
                name="only_a_recommendation_is_ratified",
                violation_error_message="Only a recommendation is ratified.",
            ),
        ]

    def __str__(self):
        return f"{self.get_decision_display() or 'No decision'}: {self.item}"

    @property
    def awaits_ratification(self) -> bool:
        """Whether it binds nobody yet."""
        return self.decision == self.Decision.RECOMMENDED and self.ratified_on is None
