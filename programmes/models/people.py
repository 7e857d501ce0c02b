"""The people who lead the work."""

from datetime import date

from django.db import models
from django.db.models import Case, F, Q, When
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.search import index


class Person(index.Indexed, ClusterableModel):
    """Somebody with a public part in the partnership's work."""

    name = models.CharField(max_length=120)
    honours = models.CharField(
        max_length=80, blank=True, help_text="Letters after the name, if they matter here."
    )
    photo = models.ForeignKey(
        "images.CustomImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    biography = models.TextField(blank=True, max_length=1200)
    demonstration_only = models.BooleanField(
        default=False, help_text="An invented person: the site says so beside the name."
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("honours")]),
        FieldPanel("photo"),
        FieldPanel("biography"),
        FieldPanel("demonstration_only"),
        InlinePanel(
            "roles",
            heading="Roles",
            label="Role",
            help_text="Pages show a role from its first day to its last. Keep past ones: end them instead.",
        ),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name


class RoleQuerySet(models.QuerySet):
    """Roles by when they are held."""

    def held_on(self, day: date):
        """Those held on a day, its first and last day included."""
        return self.filter(
            Q(held_from__isnull=True) | Q(held_from__lte=day),
            Q(held_until__isnull=True) | Q(held_until__gte=day),
        )

    def in_work(self, area_of_work):
        """Those in one area of work; none in the preview of a page that was never saved."""
        return self.filter(area_of_work__in=[area_of_work.pk])

    def for_listing(self):
        """With the person, the photo and the organisation."""
        return self.select_related("person__photo", "organisation").prefetch_related(
            "person__photo__renditions"
        )

    def in_order(self, *before):
        """Chairs first, as the kinds are declared; `before` are field names that come before the kind."""
        rank = Case(*(When(kind=kind, then=place) for place, kind in enumerate(Role.Kind)))
        return self.order_by(*before, rank, "person__name", "pk")


class Role(models.Model):
    """A part that a person plays for an organisation, from one day to another."""

    class Kind(models.TextChoices):
        """The parts that the partnership names."""

        CHAIR = "chair", "Chair"
        CHIEF_EXECUTIVE = "chief_executive", "Chief executive"
        SRO = "sro", "Senior responsible officer"
        CLINICAL_DIRECTOR = "clinical_director", "Clinical director"
        PROGRAMME_LEAD = "programme_lead", "Programme lead"
        OTHER = "other", "Other"

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(
        max_length=120, blank=True, help_text="As it should read, where the kind does not say it well."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation", on_delete=models.PROTECT, related_name="roles"
    )
    area_of_work = models.ForeignKey(
        "programmes.AreaOfWorkPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="roles",
        verbose_name="programme or collaborative",
    )
    held_from = models.DateField("from", null=True, blank=True)
    held_until = models.DateField("until", null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("title")]),
        FieldPanel("organisation"),
        PageChooserPanel(
            "area_of_work", ["programmes.ProgrammePage", "programmes.ProviderCollaborativePage"]
        ),
        FieldRowPanel([FieldPanel("held_from"), FieldPanel("held_until")]),
    ]

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_until__isnull=True)
                | Q(held_from__isnull=True)
                | Q(held_until__gte=F("held_from")),
                name="role_ends_after_it_starts",
                violation_error_message="The last day must not be before the first.",
            )
        ]

    def __str__(self):
        return f"{self.name}, {self.organisation}"

    @property
    def name(self) -> str:
        """The role in words."""
        return self.title or self.get_kind_display()
