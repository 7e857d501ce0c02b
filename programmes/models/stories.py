"""Examples of work."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.pages_chooser import PagesChooser
from partnership.content.partial_dates import machine_date, partial_date, precision_field
from partnership.content.visibility import audience_of

from .figures import ImpactFigure


class StoryQuerySet(PageQuerySet):
    """Stories by date and by what they are about."""

    def about(self, area_of_work):
        """Examples of one area of work; none in the preview of a page that was never saved."""
        return self.filter(areas_of_work__in=[area_of_work.pk])

    def for_listing(self):
        """With what a card shows, latest first; those without a date come last."""
        return (
            self.select_related("attributed_to", "picture")
            .prefetch_related("picture__renditions")
            .defer("body")
            .order_by(models.F("dated_on").desc(nulls_last=True), "title")
        )


class StoryPage(BasePage):
    """An example of work, told for the public: with video, figures and people's own words."""

    parent_page_types = [
        "programmes.OurWorkIndexPage",
        "programmes.ProgrammePage",
        "programmes.ProviderCollaborativePage",
    ]
    subpage_types = []

    dated_on = models.DateField(
        "date", null=True, blank=True, help_text="When it happened, or when the story was first told."
    )
    dated_precision = precision_field()
    attributed_to = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stories",
        help_text="Whose story it is, if not this partnership's own.",
    )
    areas_of_work = ParentalManyToManyField(
        "programmes.AreaOfWorkPage",
        blank=True,
        related_name="stories",
        verbose_name="programmes and collaboratives",
        help_text="The work this is an example of; the story is shown on their pages.",
    )
    picture = models.ForeignKey(
        "images.CustomImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(StoryQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("dated_on"), FieldPanel("dated_precision")]),
                FieldPanel("attributed_to", heading="Whose story"),
                FieldPanel("areas_of_work", widget=PagesChooser),
                FieldPanel("picture"),
            ],
            heading="About the story",
        ),
        FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"

    @property
    def dated(self) -> str:
        """Its date as far as it is known."""
        return partial_date(self.dated_on, self.dated_precision)

    @property
    def machine_dated(self) -> str:
        """Its date for <time datetime>."""
        return machine_date(self.dated_on, self.dated_precision)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        context["today"] = timezone.localdate(audience.now)
        context["areas_of_work"] = audience.visible(self.areas_of_work.all())
        context["figures"] = ImpactFigure.objects.shown_on(self).for_listing()
        context["named_on"] = self.dated_on
        return context
