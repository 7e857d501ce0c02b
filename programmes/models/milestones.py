"""What happened in an area of work, and when."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from partnership.content.partial_dates import machine_date, partial_date, precision_field

from .areas_of_work import AreaOfWorkPage


class Milestone(models.Model):
    """Something that happened in an area of work, and when."""

    area_of_work = ParentalKey(AreaOfWorkPage, on_delete=models.CASCADE, related_name="milestones")
    happened_on = models.DateField("when")
    precision = precision_field()
    title = models.CharField(max_length=160)
    description = models.TextField(blank=True, max_length=600)

    panels = [
        FieldRowPanel([FieldPanel("happened_on"), FieldPanel("precision")]),
        FieldPanel("title"),
        FieldPanel("description"),
    ]

    class Meta:
        ordering = ["happened_on", "pk"]

    def __str__(self):
        return f"{self.when}: {self.title}"

    @property
    def when(self) -> str:
        """The date as far as it is known."""
        return partial_date(self.happened_on, self.precision)

    @property
    def machine_when(self) -> str:
        """The date for <time datetime>."""
        return machine_date(self.happened_on, self.precision)
