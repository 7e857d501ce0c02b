"""What a publication recommends, and who answered what."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Value, When
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from .recommended_actions import ENDED, ActionStatus, Progress, RecommendedAction
from .states import State

DIGITS = re.compile(r"\d+")


class Answer(models.TextChoices):
    """What an organisation says to a recommendation."""

    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Partly accepted"
    REJECTED = "rejected", "Rejected"
    NONE = "none", "Not yet answered"


class RecommendationQuerySet(models.QuerySet):
    """Recommendations by whose publication may be seen, and by what has been done."""

    def shown_to(self, audience):
        """Those of publications that this audience may see and that were not withdrawn."""
        publication = self.model._meta.get_field("publication").related_model
        shown = audience.visible(publication.objects.exclude(state=State.WITHDRAWN))
        return self.filter(publication__in=shown.values("pk"))

    def with_progress(self, today: date):
        """With `progress`: overdue before all else; ended only where every action has ended."""
        actions = RecommendedAction.objects.filter(recommendation=OuterRef("pk"))
        return self.annotate(
            progress=Case(
                When(Exists(actions.overdue(today)), then=Value(Progress.OVERDUE)),
                When(~Exists(actions), then=Value(Progress.NO_ACTION)),
                When(
                    ~Exists(actions.exclude(status=ActionStatus.NOT_NEEDED)), then=Value(Progress.NOT_NEEDED)
                ),
                When(~Exists(actions.exclude(status__in=ENDED)), then=Value(Progress.DONE)),
                When(
                    ~Exists(actions.exclude(status=ActionStatus.NOT_STARTED)),
                    then=Value(Progress.NOT_STARTED),
                ),
                default=Value(Progress.IN_PROGRESS),
                output_field=models.CharField(),
            )
        )

    def counts_by_progress(self, today: date) -> dict[str, int]:
        """How many stand where."""
        rows = self.with_progress(today).order_by().values("progress").annotate(number=Count("pk"))
        return {row["progress"]: row["number"] for row in rows}

    def newest_first(self):
        """Those of the newest publication first, each publication's in the order of their numbers."""
        newest = models.F("publication__published_on").desc(nulls_last=True)
        return self.order_by(newest, "publication__title", "publication", "place", "pk")

    def for_listing(self):
        """With all that is shown of a recommendation, in a fixed number of queries."""
        return (
            self.select_related("publication")
            .defer("publication__body")
            .prefetch_related(
                "responses__organisation",
                "actions__owner_organisation",
                "actions__owner_person",
                "actions__evidence_document",
                "actions__evidence_publication",
                "actions__history",
                "earlier_wordings",
            )
        )


class Recommendation(ClusterableModel):
    """One recommendation of a publication, under its number. Public as long as its publication is."""

    publication = models.ForeignKey(
        "documents.PublicationPage", on_delete=models.CASCADE, related_name="recommendations"
    )
    label = models.CharField(
        "number",
        max_length=12,
        help_text="As the publication has it: 1, 3a, 2.4. It is never changed once public.",
    )
    # The label with its digits padded, so that 2 comes before 10 and 3 before 3a.
    place = models.CharField(max_length=60, editable=False)
    text = models.TextField("recommendation", max_length=3000, help_text="In the publication’s own words.")

    objects = models.Manager.from_queryset(RecommendationQuerySet)()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("publication"),
                FieldPanel("label"),
                FieldPanel("text"),
                FieldPanel("rewording_note"),
                FieldPanel("hide_wordings"),
            ],
            heading="Recommendation",
        ),
        InlinePanel(
            "responses",
            heading="Responses",
            label="Response",
            help_text="One for each organisation that it is addressed to.",
        ),
        InlinePanel(
            "actions",
            heading="Actions",
            label="Action",
            help_text="What will be done about it. An action that was public stays: set it to “No longer needed”.",
        ),
    ]

    class Meta:
        ordering = ["publication", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "label"],
                name="one_recommendation_of_a_number",
                violation_error_message="This publication has a recommendation of that number already.",
            )
        ]

    def __str__(self):
        return f"Recommendation {self.label}: {self.text[:80]}"

    def clean(self):
        self.label = " ".join(self.label.split())

    def save(self, *args, **kwargs):
        self.place = DIGITS.sub(lambda digits: digits[0].zfill(5), self.label.lower())
        super().save(*args, **kwargs)

    @property
    def anchor(self) -> str:
        """Where on its publication's page it stands."""
        return f"recommendation-{self.pk}"


class RecommendationResponse(models.Model):
    """What one organisation answered to a recommendation."""

    recommendation = ParentalKey(Recommendation, on_delete=models.CASCADE, related_name="responses")
    organisation = models.ForeignKey(
        "programmes.Organisation", on_delete=models.PROTECT, related_name="recommendation_responses"
    )
    answer = models.CharField("response", max_length=8, choices=Answer.choices, default=Answer.NONE)
    answered_on = models.DateField("date of the response", null=True, blank=True)
    text = models.TextField("in its own words", max_length=3000, blank=True)

    panels = [
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("answer"), FieldPanel("answered_on")]),
        FieldPanel("text"),
    ]

    class Meta:
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "organisation"],
                name="one_response_of_an_organisation",
                violation_error_message="This organisation has a response here already.",
            )
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_answer_display()}"

    def clean(self):
        if self.answer == Answer.NONE and (self.answered_on or self.text):
            raise ValidationError({"answer": "There is a text or a date, so say what the response is."})
        if self.answer in (Answer.PARTLY, Answer.REJECTED) and not self.text:
            raise ValidationError(
                {"text": "Give the organisation’s reasons where it does not accept all of it."}
            )
