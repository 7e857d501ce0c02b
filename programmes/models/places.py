"""Places that are served."""

from django.db import models
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput


class Place(models.Model):
    """A borough or a wider area that organisations and programmes serve."""

    class Kind(models.TextChoices):
        """How large it is."""

        BOROUGH = "borough", "Borough"
        AREA = "area", "Wider area"

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(
        "name in addresses", unique=True, help_text="Lower-case words with hyphens: south-london."
    )
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.BOROUGH)

    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=False, classname=""),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("kind"),
    ]

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
