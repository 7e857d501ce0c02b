"""Addresses that readers asked for and that lead nowhere: the address only, with nothing about who asked."""

from django.db import models
from wagtail.models import Page


class MissedAddress(models.Model):
    """An address that led nowhere on a day, how often, and the page that its words suggest."""

    day = models.DateField()
    path = models.CharField(max_length=255)
    times = models.PositiveIntegerField(default=0)
    suggestion = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")

    # A guess is no use of the page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "address that leads nowhere"
        verbose_name_plural = "addresses that lead nowhere"
        constraints = [models.UniqueConstraint(fields=["day", "path"], name="missed_once_a_day")]

    def __str__(self):
        return self.path
