"""Who takes part in an area of work, and what it commissions from whom."""

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from .areas_of_work import AreaOfWorkPage, ProviderCollaborativePage


class OrganisationPart(Orderable):
    """The part that an organisation plays in an area of work."""

    class Part(models.TextChoices):
        """The parts that the field names."""

        LEAD_PROVIDER = "lead_provider", "Lead provider"
        MEMBER = "member", "Member"
        PARTNER = "partner", "Partner"
        COMMISSIONER = "commissioner", "Commissioner"
        PROVIDER = "provider", "Provider"

    area_of_work = ParentalKey(AreaOfWorkPage, on_delete=models.CASCADE, related_name="organisation_parts")
    organisation = models.ForeignKey(
        "programmes.Organisation", on_delete=models.PROTECT, related_name="parts"
    )
    part = models.CharField(max_length=14, choices=Part.choices, default=Part.PARTNER)
    description = models.CharField(max_length=200, blank=True, help_text="What it does here, in a few words.")

    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("part")]),
        FieldPanel("description"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["area_of_work", "organisation", "part"],
                name="organisation_plays_a_part_once",
                violation_error_message="This organisation is listed with this part already.",
            ),
            models.UniqueConstraint(
                fields=["area_of_work"],
                condition=Q(part="lead_provider"),
                name="one_lead_provider",
                violation_error_message="There can be one lead provider only.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_part_display()}"

    @property
    def rank(self) -> int:
        """The place of its part among the parts, the lead provider first."""
        return self.Part.values.index(self.part)


class CommissionedService(Orderable):
    """A service that a collaborative commissions from a provider."""

    collaborative = ParentalKey(
        ProviderCollaborativePage, on_delete=models.CASCADE, related_name="commissioned_services"
    )
    name = models.CharField("service", max_length=160)
    provider = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="commissioned_services",
    )
    provider_description = models.CharField(
        max_length=160,
        blank=True,
        help_text="Where no one organisation can be named: “NHS and independent sector providers”.",
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("provider"), FieldPanel("provider_description")]),
    ]

    def __str__(self):
        return self.name
