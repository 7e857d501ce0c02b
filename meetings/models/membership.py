"""Who is on a committee, from when to when, and what they declared that could sway them."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable


class MembershipQuerySet(models.QuerySet):
    """Memberships by day and by who holds them."""

    def on(self, day: date):
        """Those that hold on a day, their first and last day included."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def in_order(self):
        """The chair first, then deputies, then members by name."""
        return self.select_related("person", "organisation").order_by("part", "person__name", "since")


class Membership(ClusterableModel):
    """That somebody is on a committee from a day to a day; ended ones stay, so that the past stays known."""

    class Part(models.TextChoices):
        """What somebody is on the committee; the order is that of the list."""

        CHAIR = "1_chair", "Chair"
        DEPUTY = "2_deputy", "Deputy chair"
        MEMBER = "3_member", "Member"

    committee = models.ForeignKey(
        "meetings.CommitteePage", on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey("programmes.Person", on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        help_text="Whose committee they are on, where several meet in common.",
    )
    part = models.CharField("as", max_length=8, choices=Part.choices, default=Part.MEMBER)
    position = models.CharField(
        max_length=120, blank=True, help_text="What they are elsewhere: “Medical director”."
    )
    votes = models.BooleanField("voting", default=True, help_text="Otherwise they attend and do not vote.")
    since = models.DateField("from")
    until = models.DateField(
        "to",
        null=True,
        blank=True,
        help_text="The last day. They read nothing private of the committee from the day after.",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="memberships",
        verbose_name="account",
    )

    objects = MembershipQuerySet.as_manager()

    panels = [
        FieldPanel("committee"),
        FieldRowPanel([FieldPanel("person"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("part"), FieldPanel("position")]),
        FieldPanel("votes"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("account_email"),
        InlinePanel(
            "interests",
            heading="Register of interests",
            label="Interest",
            help_text="Public on the committee’s page. Give one that is over its last day; it stays in the register.",
        ),
    ]

    class Meta:
        ordering = ["part", "person__name"]
        verbose_name = "member"
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
                violation_error_message="It ends before it begins. Check both days.",
            ),
            models.UniqueConstraint(
                fields=["committee", "person", "organisation"],
                condition=Q(until=None),
                name="on_a_committee_once_at_a_time",
                violation_error_message="This person is a member already, with no last day.",
            ),
        ]

    def __str__(self):
        return str(self.person)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class DeclaredInterest(Orderable):
    """Something that a member declared: it could sway them, or seem to."""

    class Kind(models.TextChoices):
        """As NHS England tells kinds of interest apart."""

        FINANCIAL = "financial", "Financial"
        PROFESSIONAL = "professional", "Non-financial professional"
        PERSONAL = "personal", "Non-financial personal"
        INDIRECT = "indirect", "Indirect"
        NONE = "none", "Nothing to declare"

    membership = ParentalKey(Membership, on_delete=models.CASCADE, related_name="interests")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    description = models.CharField(max_length=400, blank=True, help_text="What it is, and with whom.")
    declared_on = models.DateField("declared")
    since = models.DateField("from", null=True, blank=True)
    until = models.DateField("to", null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("declared_on")]),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        ordering = ["-declared_on", "sort_order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="none") | ~Q(description=""),
                name="an_interest_says_what_it_is",
                violation_error_message="Say what the interest is, or choose “Nothing to declare”.",
            )
        ]

    def __str__(self):
        return (
            f"{self.get_kind_display()}: {self.description}" if self.description else self.get_kind_display()
        )
