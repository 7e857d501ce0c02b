"""The home page and the plain page."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.routing import route_down


class HomePage(BasePage):
    """The first page: what the partnership is for, what is next, and the ways in."""

    # Strings: the home page composes the sections without importing them.
    subpage_types = [
        "home.StandardPage",
        "programmes.OurWorkIndexPage",
        "programmes.PeoplePage",
        "programmes.PartnersPage",
        "meetings.MeetingsIndexPage",
        "documents.PublicationIndexPage",
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1

    purpose_heading = models.CharField(
        max_length=120,
        blank=True,
        help_text="The partnership's purpose in a few words. The largest words on the page.",
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Beside the purpose. Decoration: it is not described to screen readers.",
    )
    successes_heading = models.CharField(max_length=120, default="Our successes")
    body = BodyField(BodyBlock(), blank=True, help_text="Below the areas of work.")

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("purpose_heading"), FieldPanel("picture")], heading="Purpose"),
        FieldPanel("successes_heading"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    def route(self, request, path_components):
        """The page that an address leads to from here."""
        if not path_components:
            return super().route(request, path_components)
        return route_down(self, request, path_components)


class StandardPage(BasePage):
    """A plain page: about, involvement, careers, privacy, accessibility and the like."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "programmes.PeoplePage", "programmes.PartnersPage"]

    body = BodyField(BodyBlock(), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
