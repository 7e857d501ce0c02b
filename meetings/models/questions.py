"""Questions from the public, and what became of each.

They are records beside their meeting: who asked, and what is not published, is in no revision, list or index that
anybody else reads. `questions/triage.py` changes them, and `questions/erasure.py` forgets who asked.
"""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce

from partnership.content.case_numbers import new_case_number


def new_reference() -> str:
    """The case number of a question."""
    return new_case_number("Q")


class QuestionState(models.TextChoices):
    """Where a question stands."""

    NEW = "new", "New"
    TO_ANSWER = "to_answer", "To be answered"
    ANSWERED = "answered", "Answered"
    MERGED = "merged", "Merged with another"
    NOT_PUBLISHED = "not_published", "Not published"
    WITHDRAWN = "withdrawn", "Withdrawn by the asker"


OPEN_STATES = (QuestionState.NEW, QuestionState.TO_ANSWER)


class Safeguarding(models.TextChoices):
    """Whether somebody may be at risk, as the officer decides."""

    UNDECIDED = "", "Not decided yet"
    YES = "yes", "Yes: somebody may be at risk"
    NO = "no", "No"


class QuestionQuerySet(models.QuerySet):
    """Questions by how they stand."""

    def open(self):
        """Those that nobody has dealt with for good."""
        return self.filter(state__in=OPEN_STATES, erased_at=None)

    def published(self):
        """Those that stand on the page of their meeting, with their answers."""
        return self.filter(published_at__isnull=False).exclude(safeguarding=Safeguarding.YES)

    def most_urgent_first(self):
        """Where somebody may be at risk before all others, then the open ones, in the order in which they came."""
        at_risk = Q(safeguarding=Safeguarding.YES) | Q(
            safeguarding=Safeguarding.UNDECIDED, suggests_harm=True
        )
        is_open = Q(state__in=OPEN_STATES, erased_at=None)
        return self.annotate(
            urgency=Case(
                When(is_open & at_risk, then=Value(0)), When(is_open, then=Value(1)), default=Value(2)
            )
        ).order_by("urgency", "asked_at", "pk")

    def to_erase(self, before: datetime):
        """Those closed before a moment, or never closed and their meeting long over, that still say who asked."""
        over_at = Coalesce("closed_at", "meeting__ends_at")
        return self.filter(erased_at=None).alias(over_at=over_at).filter(over_at__lt=before)


class Question(models.Model):
    """Something that somebody from the public asks a committee before its meeting."""

    State, Safeguarding = QuestionState, Safeguarding

    reference = models.CharField(max_length=11, unique=True, default=new_reference)
    # Made with the form, so that a form that is sent twice is one question.
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="questions")
    item = models.ForeignKey(
        "meetings.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    asked_at = models.DateTimeField()
    wording = models.TextField("as it was asked", max_length=1500, blank=True)
    # Empty where the asker does not want to be named.
    name = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    email = models.CharField("e-mail address", max_length=254, blank=True)
    adjustments = models.TextField("adjustments asked for", max_length=600, blank=True)
    may_publish = models.BooleanField("may be published", default=False)
    suggests_harm = models.BooleanField(default=False)
    safeguarding = models.CharField(max_length=3, blank=True, choices=Safeguarding.choices, default="")
    state = models.CharField(max_length=13, choices=QuestionState.choices, default=QuestionState.NEW)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    public_wording = models.TextField(max_length=1500, blank=True)
    answer = models.TextField(max_length=6000, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    reason = models.TextField("why it is not published", max_length=1000, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    # Where it names an item or a person is nobody's business but its officers'.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = "question from the public"
        verbose_name_plural = "questions from the public"
        indexes = [models.Index(fields=["meeting", "published_at"], name="questions_on_a_page")]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None) | (Q(may_publish=True) & ~Q(safeguarding="yes")),
                name="a_question_is_published_by_consent",
                violation_error_message="It is published only where the asker agreed, and nobody may be at risk.",
            )
        ]

    def __str__(self):
        # Never the words or the name: this is what logs and lists print.
        return f"Question {self.reference}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be dealt with."""
        return self.state in OPEN_STATES and self.erased_at is None

    @property
    def is_for_safeguarding(self) -> bool:
        """Whether an officer decided that somebody may be at risk."""
        return self.safeguarding == Safeguarding.YES

    @property
    def may_be_for_safeguarding(self) -> bool:
        """Whether its words propose so, and nobody has decided."""
        return self.suggests_harm and self.safeguarding == Safeguarding.UNDECIDED

    @property
    def asked_by(self) -> str:
        """Who asked, as the public reads it; "" for somebody who is not named."""
        return ", ".join(filter(None, [self.name, self.organisation])) if self.name else ""

    @property
    def anchor(self) -> str:
        """Its place on the page of its meeting; not its case number, which is the asker's."""
        return f"question-{self.pk}"


class QuestionChange(models.Model):
    """Something that was done with a question: what, when, by whom, and whether the asker was written to."""

    class Letter(models.TextChoices):
        """What the asker is told."""

        CONFIRMATION = "confirmation", "That we have it"
        ANSWER = "answer", "The answer"
        MERGED = "merged", "That it is answered with another"
        NOT_PUBLISHED = "not_published", "Why it is not published"
        WITHDRAWN = "withdrawn", "That it is withdrawn"
        NAME_REMOVED = "name_removed", "That the name is taken away"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    what = models.CharField(max_length=300)
    # The words that were replaced; erased with whoever asked.
    before = models.TextField(blank=True)
    letter = models.CharField(max_length=13, blank=True, choices=Letter.choices)
    sent_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "change of a question"

    def __str__(self):
        return f"Change {self.pk} of a question"
