"""The list of what the partnership does."""

from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from ..filters import AreaOfWorkFilter
from .areas_of_work import AreaOfWorkPage
from .organisations import Organisation
from .stories import StoryPage


@dataclass(frozen=True)
class WorkGroup:
    """Areas of work of one kind and one owner, as they stand together in a list."""

    owner: Organisation | None
    kind: str
    areas: list[AreaOfWorkPage]

    @property
    def only_names(self) -> bool:
        """Whether nothing is to be said of them but their names."""
        return not any(area.summary or area.has_ended for area in self.areas)


def grouped(areas) -> list[WorkGroup]:
    """Areas of work, in the order given, by whose they are and their kind."""
    groups = groupby(areas, lambda area: (area.attributed_to, area.get_kind_display()))
    return [WorkGroup(owner, kind, list(group)) for (owner, kind), group in groups]


class OurWorkIndexPage(FilteredListMixin, BasePage):
    """A list of areas of work, with filters; another partnership's work has a list of its own below it."""

    parent_page_types = ["home.HomePage", "programmes.OurWorkIndexPage"]
    subpage_types = [
        "programmes.ProgrammePage",
        "programmes.ProviderCollaborativePage",
        "programmes.StoryPage",
        "programmes.OurWorkIndexPage",
    ]
    is_landmark = True
    STORIES_SHOWN = 12

    attributed_to = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose work this part describes, if not this partnership's own.",
    )
    body = BodyField(BodyBlock(), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("attributed_to", heading="Whose work"),
        FieldPanel("body", help_text="Above the list."),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "our work"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        context["today"] = timezone.localdate(audience.now)
        areas = audience.visible(AreaOfWorkPage.objects.descendant_of(self)).for_listing()
        filters = AreaOfWorkFilter(request.GET, queryset=areas.by_owner())
        context |= self.filtered(filters, request)
        context["groups"] = grouped(context["results"])
        context["parts"] = audience.visible(OurWorkIndexPage.objects.child_of(self)).select_related(
            "attributed_to"
        )
        stories = audience.visible(StoryPage.objects.child_of(self)).for_listing()
        if self.in_sequence:
            stories = stories.order_by("path")
        context["stories"] = stories[: self.STORIES_SHOWN]
        return context
