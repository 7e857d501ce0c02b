"""Answers to requests under the Freedom of Information Act, published for everybody."""

from django.db import models
from django.db.models import prefetch_related_objects
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of
from partnership.content.working_days import working_days_between

from ..disclosures.filters import DisclosureFilter
from ..panels.disclosures import DisclosureChecksPanel
from .disclosure_outcomes import Outcome


class DisclosureQuerySet(PageQuerySet):
    """Answers by date."""

    def newest_first(self):
        """By the day they were answered."""
        return self.order_by("-answered_on", "-pk")

    def for_listing(self):
        """With what a row of the list shows."""
        return self.select_related("organisation").defer("body")


class DisclosurePage(BasePage):
    """One answer to a freedom-of-information request: what was asked, in brief, and what was given."""

    parent_page_types = ["documents.DisclosureLogPage"]
    subpage_types = []

    reference = models.CharField(
        max_length=40, help_text="The request’s own reference, such as FOI 2026/014."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="disclosures",
        help_text="Who was asked and answers.",
    )
    received_on = models.DateField("received", null=True, blank=True)
    answered_on = models.DateField("answered", null=True, blank=True, db_index=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.GIVEN)
    exemption = models.CharField(
        max_length=200,
        blank=True,
        help_text="Where something is held back: the section of the Act and its name, such as “Section 40(2), personal "
        "information”.",
    )
    question = models.TextField(
        "question, in brief",
        max_length=1500,
        blank=True,
        help_text="What was asked, in your words. Never the requester’s name or how to reach them, nor anything that "
        "tells who it was: leave out whose story it is.",
    )
    body = BodyField(BodyBlock(), blank=True, verbose_name="answer")

    objects = PageManager.from_queryset(DisclosureQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        DisclosureChecksPanel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("reference"), FieldPanel("organisation")]),
                FieldRowPanel([FieldPanel("received_on"), FieldPanel("answered_on")]),
                FieldRowPanel([FieldPanel("outcome"), FieldPanel("exemption")]),
            ],
            heading="Request",
        ),
        FieldPanel("question"),
        FieldPanel("body", help_text="What was answered. Leave out names of staff below the senior level."),
        InlinePanel("files", heading="Files", label="File", help_text="What was sent, as it was sent."),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("question"),
        index.SearchField("body"),
        index.SearchField("reference"),
    ]

    class Meta:
        verbose_name = "answer to a freedom of information request"
        verbose_name_plural = "answers to freedom of information requests"

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        needed = {
            "organisation": "Say who was asked.",
            "received_on": "Give the day the request was received.",
            "answered_on": "Give the day it was answered.",
            "question": "Say in brief what was asked.",
        }
        problems |= {name: words for name, words in needed.items() if not getattr(self, name)}
        if self.received_on and self.answered_on and self.answered_on < self.received_on:
            problems["answered_on"] = "It cannot be answered before it was received."
        if self.outcome in (Outcome.PART, Outcome.REFUSED) and not self.exemption:
            problems["exemption"] = "Name the exemption: what is held back needs a reason in the Act."
        if not self.body and not rows.get("files"):
            problems["body"] = "Write what was answered, or add what was sent."
        return problems

    def days_taken(self) -> int | None:
        """The working days from the day after it was received to the answer; None where one of them is not known."""
        if not (self.received_on and self.answered_on) or self.answered_on < self.received_on:
            return None
        return working_days_between(self.received_on, self.answered_on)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["files"] = files = list(self.files.select_related("document__reading__version"))
        prefetch_related_objects(files, "document__versions")
        return context


class DisclosureFile(Orderable):
    """One file that was sent with an answer."""

    disclosure = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.PROTECT, related_name="disclosure_files"
    )
    title = models.CharField(
        max_length=160, blank=True, help_text="What the link says; the document’s own title if empty."
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """What the link says."""
        return self.title or self.document.title


class DisclosureLogPage(FilteredListMixin, BasePage):
    """The list of answers to freedom-of-information requests."""

    parent_page_types = ["documents.PublicationIndexPage"]
    subpage_types = ["documents.DisclosurePage"]
    max_count = 1
    is_landmark = True

    class Meta:
        verbose_name = "disclosure log"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        answers = audience_of(request).visible(DisclosurePage.objects.child_of(self)).for_listing()
        return context | self.filtered(
            DisclosureFilter(request.GET, queryset=answers.newest_first()), request
        )
