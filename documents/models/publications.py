"""Publications: reviews, reports and plans, with their files and what is still awaited."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.partial_dates import machine_date, partial_date, precision_field
from partnership.content.visibility import audience_of
from programmes.models.organisations import with_names_on

from ..file_groups import file_groups
from ..panels import publication_tabs
from ..publication_form import PublicationForm
from ..readiness import problem_with
from ..structured_data import publication_data
from .corrected import Corrected
from .embargoes import due_draft_of
from .endings import Ending
from .periods import PeriodCovered
from .publication_queries import PublicationQuerySet
from .reviews import ReviewFacts
from .scheme_classes import SchemeClass
from .states import Kind, State
from .waiting import Waiting

# Below the list of publications, the address of those awaited.
AWAITED_SLUG = "awaited"


class PublicationPage(Corrected, Waiting, Ending, ReviewFacts, PeriodCovered, BasePage):
    """A review, report, plan or the like: what it says, and its files."""

    Kind = Kind
    State = State

    parent_page_types = ["documents.PublicationIndexPage"]
    subpage_types = []
    base_form_class = PublicationForm

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REPORT)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PUBLISHED, db_index=True)
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name="owning organisation",
        help_text="Who publishes it. For an awaited one: who owes it.",
    )
    contributors = ParentalManyToManyField(
        "programmes.Organisation",
        blank=True,
        related_name="contributions",
        verbose_name="contributing organisations",
    )
    reference_number = models.CharField(
        max_length=60, blank=True, help_text="Its own reference, if it has one, as it stands on the document."
    )
    scheme_class = models.CharField(
        "publication scheme class",
        max_length=12,
        choices=SchemeClass.choices,
        default=SchemeClass.NONE,
        help_text="Where it stands on the page of our publication scheme.",
    )
    published_on = models.DateField(
        "published",
        null=True,
        blank=True,
        help_text="Leave empty if the date is not known; the page then says so.",
    )
    published_precision = precision_field()
    areas_of_work = ParentalManyToManyField(
        "programmes.AreaOfWorkPage",
        blank=True,
        related_name="publications",
        verbose_name="programmes and collaboratives",
    )
    related_publications = ParentalManyToManyField(
        "self", blank=True, symmetrical=False, related_name="+", help_text="Such as an awaited response."
    )
    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(PublicationQuerySet)()

    edit_handler = publication_tabs(BasePage)
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("subject_reviewed"),
        index.SearchField("outcome"),
        index.SearchField("reference_number"),
        index.FilterField("kind"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = "publication"

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if not self.organisation:
            problems["organisation"] = "Say which organisation publishes it, or owes it."
        if self.state != State.AWAITED and not rows.get("files") and not self.body:
            problems["body"] = "Write what the publication says, or add its file."
        if self.slug == AWAITED_SLUG:
            problems["slug"] = "This address is taken by the list of what is awaited. Choose another."
        if problem := problem_with(file.document for file in rows.get("files", []) if file.document_id):
            problems["files"] = problem
        if lacking := next((file.lacks for file in rows.get("files", []) if file.lacks), ""):
            problems["files"] = lacking
        return problems

    def route(self, request, path_components):
        """Lead to the page as it is by the clock: once its embargo is over, whatever the job has done so far."""
        due = None if path_components else due_draft_of(self, audience_of(request))
        return RouteResult(due) if due else super().route(request, path_components)

    @property
    def published(self) -> str:
        """When it was published, as far as that is known."""
        return partial_date(self.published_on, self.published_precision)

    @property
    def machine_published(self) -> str:
        """The same for <time datetime>."""
        return machine_date(self.published_on, self.published_precision)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        context["file_groups"] = file_groups(
            with_names_on(
                self.files.select_related("document__reading__version", "organisation"), self.published_on
            ),
            self.published_on,
        )
        # As on the day, or, of one without a date, as today: the same few queries for however many.
        contributors = self.contributors.all()
        context["contributors"] = (
            contributors.prefetch_related("former_names")
            if self.published_on
            else contributors.select_related("successor")
        )
        context["today"] = timezone.localdate(audience.now)
        context["areas_of_work"] = audience.visible(self.areas_of_work.all())
        context["related_publications"] = audience.visible(self.related_publications.all()).select_related(
            "organisation"
        )
        newer = self.superseded_by
        context["newer"] = newer if newer and audience.may_see(newer) else None
        context["named_on"] = self.published_on
        context["structured_data"] = [publication_data(self, context, request)]
        return context
