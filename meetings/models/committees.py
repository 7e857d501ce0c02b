"""Committees and who sits on them."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.pages_chooser import PagesChooser
from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of
from programmes.models.organisations import with_names_on

from ..calendars.addresses import TAKEN
from ..records.extract_pages import DECISIONS_SLUG, DecisionExtracts
from .meeting_states import Status
from .meetings import MeetingPage


class CommitteePage(DecisionExtracts, BasePage):
    """A body that meets and decides: what it is for, who sits on it, what it oversees."""

    class Kind(models.TextChoices):
        """How it decides: a joint committee as one, committees in common each for its own organisation."""

        BOARD = "board", "Board"
        COMMITTEE = "committee", "Committee"
        JOINT = "joint", "Joint committee"
        IN_COMMON = "in_common", "Committees in common"
        GROUP = "group", "Group"

    parent_page_types = ["meetings.MeetingsIndexPage"]
    subpage_types = ["meetings.MeetingPage"]
    own_addresses = frozenset([DECISIONS_SLUG])
    PER_PAGE = 20
    COMING_SHOWN = 30

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.COMMITTEE)
    contact = models.CharField(max_length=200, blank=True, help_text="Whom to ask about its meetings.")
    meets_in_public = models.BooleanField(default=True)
    public_basis = models.CharField(
        "basis",
        max_length=300,
        blank=True,
        help_text="On what basis it meets in public, or does not: the Act, a constitution, its terms of reference.",
    )
    body = BodyField(BodyBlock(), blank=True, verbose_name="purpose")
    oversees = ParentalManyToManyField("programmes.AreaOfWorkPage", blank=True, related_name="overseen_by")

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("meets_in_public")]),
                FieldPanel("public_basis"),
                FieldPanel("contact"),
            ],
            heading="Committee",
        ),
        FieldPanel("body"),
        InlinePanel(
            "members",
            heading="Member organisations",
            label="Organisation",
            help_text="Whose committee this is; for committees in common, each organisation that has one.",
        ),
        InlinePanel("terms_of_reference", heading="Terms of reference", label="Version"),
        InlinePanel(
            "notice_rules",
            heading="Rules of notice",
            label="Rule",
            help_text="Only where this committee has a rule of its own. Otherwise its organisations’ rules hold, and "
            "where they have none: notice 3 clear days, agenda and papers 5 clear working days, questions 3 clear "
            "working days by noon, draft minutes 10 working days.",
        ),
        FieldPanel("oversees", widget=PagesChooser),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "committee"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        meetings = audience.visible(MeetingPage.objects.child_of(self)).for_listing()
        context["now"] = audience.now
        # The next one stands by itself above the others.
        coming = list(meetings.coming(audience.now)[: self.COMING_SHOWN])
        following = next((meeting for meeting in coming if meeting.status == Status.PLANNED), None)
        context["coming"] = [meeting for meeting in coming if meeting != following]
        context["results"] = page_of(meetings.past(audience.now), request, self.PER_PAGE)
        context["areas_of_work"] = audience.visible(self.oversees.all())
        context["members"] = with_names_on(self.members.all(), None)
        context["today"] = timezone.localdate(audience.now)
        return context

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.slug in TAKEN:
            problems["slug"] = "This address is taken by the calendar of meetings. Choose another."
        return problems

    @property
    def kind_meaning(self) -> str:
        """What its kind means for who decides, in a sentence for the public."""
        return KIND_MEANINGS[self.kind]


KIND_MEANINGS = {
    CommitteePage.Kind.BOARD: "A board leads its organisation and answers for what it does.",
    CommitteePage.Kind.COMMITTEE: "A committee looks after a part of an organisation's work on its behalf.",
    CommitteePage.Kind.JOINT: "A joint committee decides as one body for all of its member organisations.",
    CommitteePage.Kind.IN_COMMON: "Committees in common are separate committees, one for each member "
    "organisation. They meet at the same time and follow one agenda, but each decides for its own organisation "
    "only.",
    CommitteePage.Kind.GROUP: "A group brings people together to steer work and to advise those who decide.",
}


class CommitteeMember(Orderable):
    """An organisation whose committee this is, or one of the committees in common."""

    committee = ParentalKey(CommitteePage, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(
        "programmes.Organisation", on_delete=models.PROTECT, related_name="committees"
    )

    name = models.CharField(
        "its own committee",
        max_length=160,
        blank=True,
        help_text="Of committees in common: what this organisation’s own committee is called.",
    )
    quorum = models.CharField(
        max_length=200, blank=True, help_text="In words: “three voting members, one of them non-executive”."
    )
    quorum_number = models.PositiveSmallIntegerField(
        "voting members needed", null=True, blank=True, help_text="The same as a number."
    )

    panels = [
        FieldPanel("organisation"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("quorum"), FieldPanel("quorum_number")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "organisation"],
                name="organisation_sits_once",
                violation_error_message="This organisation is listed already.",
            )
        ]

    def __str__(self):
        return str(self.organisation)
