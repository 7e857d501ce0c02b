"""Which organisation answers for the site."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="group", order=2)
class ResponsibleBody(BaseSiteSetting):
    """A partnership is no legal person: the organisation that answers for the site, and for what."""

    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Answers for privacy, freedom of information, accessibility and copyright of this site.",
    )
    statement = models.CharField(
        max_length=300,
        blank=True,
        help_text="How that came about, if it needs saying: “on behalf of the three trusts”.",
    )

    select_related = ["organisation"]
    panels = [FieldPanel("organisation"), FieldPanel("statement")]

    class Meta:
        verbose_name = "Responsible body"
