"""The banner across the site."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel


class BannerQuerySet(models.QuerySet):
    """Banners by when and where they show."""

    def showing(self, now: datetime):
        """Those whose time it is at `now`: the first second counts, the last one no longer."""
        return self.filter(Q(starts_at__lte=now), Q(ends_at__isnull=True) | Q(ends_at__gt=now))


class Banner(models.Model):
    """A message across every page of the site or of one section, for as long as it says."""

    class Severity(models.TextChoices):
        """How much it matters to a reader."""

        INFORMATION = "information", "Information"
        IMPORTANT = "important", "Important"
        URGENT = "urgent", "Urgent"

    message = models.CharField(max_length=300, help_text="One or two plain sentences.")
    severity = models.CharField(max_length=12, choices=Severity.choices, default=Severity.INFORMATION)
    link_text = models.CharField(max_length=100, blank=True)
    link_page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link_url = models.URLField("or an address elsewhere", blank=True)
    starts_at = models.DateTimeField("shows from")
    ends_at = models.DateTimeField(
        "shows until", null=True, blank=True, help_text="Leave empty to show it until you end it."
    )
    section = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Show it on this page and all below it. Leave empty for the whole site.",
    )

    objects = BannerQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("message"), FieldPanel("severity")], heading="What it says"),
        MultiFieldPanel(
            [
                FieldPanel("link_text", help_text="Where the link leads, in words: “What is open today”."),
                PageChooserPanel("link_page", heading="A page of this site"),
                FieldPanel("link_url"),
            ],
            heading="Link (optional)",
        ),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading="When it shows"),
        MultiFieldPanel([PageChooserPanel("section")], heading="Where it shows"),
    ]

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="banner_ends_after_it_starts",
                violation_error_message="The banner must end after it starts.",
            )
        ]

    def __str__(self):
        return self.message

    def clean(self):
        super().clean()
        if (self.link_page or self.link_url) and not self.link_text:
            raise ValidationError({"link_text": "Say in words where the link leads."})
        if self.link_text and not (self.link_page or self.link_url):
            raise ValidationError({"link_page": "Choose a page, or give an address."})

    def covers(self, page) -> bool:
        """Whether it belongs on this page; `page` is None for screens outside the page tree, such as search."""
        if self.section_id is None:
            return True
        return page is not None and page.path.startswith(self.section.path)

    def state_at(self, now: datetime) -> str:
        """Whether it shows at `now`, in a word."""
        if now < self.starts_at:
            return "Coming"
        return "Over" if self.ends_at and self.ends_at <= now else "Showing"

    @property
    def href(self) -> str:
        """Where its link leads, or ""."""
        return (self.link_page.url or "") if self.link_page else self.link_url
