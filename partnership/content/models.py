"""The page that every page of the site is."""

from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from .blocks.links import RelatedLinksBlock
from .fields import BodyField
from .forms import PublishablePageForm
from .public_address import public_address
from .readiness import NotReadyToPublishError, readiness_problems
from .visibility import audience_of


class BasePage(Page):
    """What every page has: a summary, review dates, related links, and its place in a sequence."""

    summary = models.TextField(
        max_length=300,
        blank=True,
        help_text="One or two plain sentences: what a reader finds here. Shown under the title, in lists and in "
        "search results.",
    )
    in_sequence = models.BooleanField(
        "read the pages below in order",
        default=False,
        help_text="Gives the pages directly below this one “previous” and “next” links.",
    )
    last_reviewed_on = models.DateField(
        "last reviewed",
        null=True,
        blank=True,
        help_text="The day somebody last checked that this page is true.",
    )
    next_review_on = models.DateField(
        "next review due", null=True, blank=True, help_text="The day it should be checked again."
    )
    related_links = BodyField(RelatedLinksBlock(), blank=True)
    demonstration_only = models.BooleanField(
        default=False,
        help_text="Marks invented content: the page says “demonstration only” and search engines are told to "
        "leave it out.",
    )

    # Whether the request being answered has found that no privacy setting closes this page.
    found_open = False
    # Whether there is one page of this type on the site, or a highest one, that other pages link to.
    is_landmark = False

    base_form_class = PublishablePageForm
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    # Panels that every page type shows: spread them into `content_panels`, `promote_panels` and so on.
    # The title in as many lines as it needs: it is never cut, on a phone either.
    content_panels = [TitleFieldPanel("title", widget=AdminAutoHeightTextInput), FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading="Name in the address",
                    help_text="Lower-case words with hyphens. Made from the title; change it only before the page is "
                    "known.",
                ),
                FieldPanel(
                    "seo_title",
                    heading="Title for search engines",
                    help_text="Only if the title will not do.",
                ),
                FieldPanel(
                    "search_description",
                    heading="Description for search engines",
                    help_text="Only if the summary will not do.",
                ),
            ],
            heading="Address and search engines",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "show_in_menus",
                    heading="Show in the navigation",
                    help_text="Pages directly below the home page appear at the top of every page.",
                ),
                FieldPanel("in_sequence"),
            ],
            heading="Navigation",
        ),
        FieldPanel(
            "related_links", help_text="Where a reader may want to go next. Shown at the end of the page."
        ),
    ]
    settings_panels = [
        *Page.settings_panels,
        MultiFieldPanel([FieldPanel("last_reviewed_on"), FieldPanel("next_review_on")], heading="Review"),
        FieldPanel("demonstration_only"),
    ]

    class Meta:
        abstract = True

    def publishing_problems(self, rows: dict[str, list]) -> dict[str, str]:
        """What must be put right before this page may go live, by field name. A draft may have them all.

        `rows` holds the page’s inline rows and ticked records as typed, by their names; they are not saved yet.
        """
        if self.last_reviewed_on and self.next_review_on and self.next_review_on <= self.last_reviewed_on:
            return {"next_review_on": "The next review must be later than the last one."}
        return {}

    def publish(self, revision, *args, **kwargs):
        """Publish a revision. Raises NotReadyToPublishError where it lacks what the public needs."""
        # A schedule was checked when it was approved, and its revision has not changed since.
        if not revision.approved_go_live_at and (problems := readiness_problems(revision.as_object())):
            raise NotReadyToPublishError(self, problems)
        return super().publish(revision, *args, **kwargs)

    def get_view_restrictions(self):
        # Wagtail asks once more, at three queries, what this site asks first for every page.
        return PageViewRestriction.objects.none() if self.found_open else super().get_view_restrictions()

    def serve_password_required_response(self, request, form, action_url):
        # Shared passwords are switched off. A page that has one all the same, by another way, is nobody's.
        raise Http404("This page is closed.")

    def get_sitemap_urls(self, request=None):
        if self.demonstration_only:
            return []
        lastmod = self.last_published_at or self.latest_revision_created_at
        return [{"location": public_address(self.get_url(request)), "lastmod": lastmod}]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["previous_page"], context["next_page"] = self.neighbours(audience_of(request))
        return context

    def neighbours(self, audience):
        """The pages before and after this one, where its parent says that its pages are read in order."""
        parent = self.get_parent()
        if parent is None or not getattr(parent.specific, "in_sequence", False):
            return None, None
        siblings = list(audience.visible(parent.get_children()))
        paths = [page.path for page in siblings]
        if self.path not in paths:
            return None, None
        here = paths.index(self.path)
        return (
            siblings[here - 1] if here else None,
            siblings[here + 1] if here + 1 < len(siblings) else None,
        )
