"""The bodies that make up the partnership and work with it."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.forms import CheckboxSelectMultiple
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import SlugInput
from wagtail.search import index

# The shape of a code of the Organisation Data Service: capitals and digits, no spaces.
ods_code_shape = RegexValidator(
    r"^[A-Z0-9]{3,10}$", "An ODS code is 3 to 10 capital letters and digits, such as RX1."
)


class OrganisationQuerySet(models.QuerySet):
    """Organisations by their part in the partnership."""

    def with_membership_on(self, day: date):
        """Each with `is_member`: whether it makes up this partnership on a day, or took over from one that did.

        Two changes in a row are followed, so that the partnership is whole until editors tick the newest body.
        """
        closed = self.model.objects.filter(partnership_member=True, active_until__lt=day)
        took_over = closed.filter(
            Q(successor=OuterRef("pk"))
            | Q(successor__active_until__lt=day, successor__successor=OuterRef("pk"))
        )
        return self.annotate(is_member=Q(partnership_member=True) | Exists(took_over))

    def members_on(self, day: date):
        """Those that make up this partnership on a day."""
        return self.with_membership_on(day).filter(is_member=True).active_on(day)

    def active_on(self, day: date):
        """Those that existed on a day."""
        return self.filter(
            Q(active_from__isnull=True) | Q(active_from__lte=day),
            Q(active_until__isnull=True) | Q(active_until__gte=day),
        )


def with_names_on(rows, day: date | None, organisation: str = "organisation"):
    """Rows that name an organisation, ready to be shown as on a day; today (None) comes without a further query.

    An old page shows `name_on(day)`; one of today shows the name, and who took over where the body has closed.
    """
    if day:
        return rows.select_related(organisation).prefetch_related(f"{organisation}__former_names")
    return rows.select_related(f"{organisation}__successor")


class Organisation(index.Indexed, ClusterableModel):
    """A body with a name of its own: a trust, a council, a charity, a national body."""

    class Kind(models.TextChoices):
        """What sort of body it is."""

        NHS_TRUST = "nhs_trust", "NHS trust"
        FOUNDATION_TRUST = "foundation_trust", "NHS foundation trust"
        ICB = "icb", "Integrated care board"
        PARTNERSHIP = "partnership", "Health and care partnership"
        LOCAL_AUTHORITY = "local_authority", "Local authority"
        VOLUNTARY = "voluntary", "Voluntary and community sector"
        HEALTHWATCH = "healthwatch", "Healthwatch"
        NATIONAL = "national", "National body"
        INDEPENDENT = "independent", "Independent sector"
        ACADEMIC = "academic", "Academic or research body"
        OTHER = "other", "Other"

    name = models.CharField(max_length=160, unique=True, help_text="Its full name today.")
    short_name = models.CharField(
        max_length=60, blank=True, help_text="As people say it, where the full name is too long."
    )
    slug = models.SlugField(
        "name in addresses", max_length=80, unique=True, help_text="Lower-case words with hyphens."
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    partnership_member = models.BooleanField(
        "member of this partnership",
        default=False,
        help_text="One of the bodies that make up the partnership; shown on the home page.",
    )
    ods_code = models.CharField(
        "ODS code",
        max_length=10,
        unique=True,
        null=True,
        blank=True,
        validators=[ods_code_shape],
        error_messages={"unique": "Another organisation has this ODS code."},
        help_text="The code of the Organisation Data Service, if it has one.",
    )
    description = models.TextField(
        blank=True, max_length=600, help_text="What it is, in two or three sentences."
    )
    website = models.URLField(blank=True)
    logo = models.ForeignKey(
        "images.CustomImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    places = ParentalManyToManyField(
        "programmes.Place",
        blank=True,
        related_name="organisations",
        verbose_name="places served",
    )
    active_from = models.DateField(null=True, blank=True)
    active_until = models.DateField(
        null=True, blank=True, help_text="The last day it existed, if it has closed or merged."
    )
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        help_text="The body that took over from it. Old pages keep the old name and link to the new one.",
    )

    objects = OrganisationQuerySet.as_manager()

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("name", targets=["slug"], placeholder=False, classname=""),
                    FieldRowPanel([FieldPanel("short_name"), FieldPanel("slug", widget=SlugInput)]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("ods_code")]),
                    FieldPanel("partnership_member"),
                    FieldPanel("description"),
                    FieldPanel("website"),
                    FieldPanel("logo"),
                    FieldPanel("places", widget=CheckboxSelectMultiple),
                ],
                heading="Organisation",
            ),
            ObjectList(
                [
                    InlinePanel(
                        "contact_routes",
                        heading="Routes to the organisation",
                        label="Route",
                        help_text="Its own routes for freedom of information, complaints and PALS.",
                    )
                ],
                heading="FOI, complaints and PALS",
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("active_from"), FieldPanel("active_until")]),
                    FieldPanel("successor"),
                    InlinePanel(
                        "former_names",
                        heading="Former names",
                        label="Former name",
                        help_text="Pages dated before a change of name show the name that was true then.",
                    ),
                ],
                heading="History",
            ),
        ]
    )
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
        index.FilterField("kind"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(active_until__isnull=True)
                | Q(active_from__isnull=True)
                | Q(active_until__gte=F("active_from")),
                name="organisation_ends_after_it_starts",
                violation_error_message="The last day must not be before the first.",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("pk")),
                name="organisation_does_not_succeed_itself",
                violation_error_message="An organisation cannot take over from itself.",
            ),
        ]

    def __str__(self):
        return self.name

    def clean_fields(self, exclude=None):
        # Before its shape is checked: a code typed in small letters is no mistake.
        self.ods_code = (self.ods_code or "").strip().upper() or None
        super().clean_fields(exclude)

    @property
    def called(self) -> str:
        """The name as people say it."""
        return self.short_name or self.name

    def had_closed_on(self, day: date) -> bool:
        """Whether its last day was before a day."""
        return self.active_until is not None and self.active_until < day

    def name_on(self, day: date | None) -> str:
        """The full name that was true on a day; today's name where no day is given.

        Costs no query when `former_names` is prefetched.
        """
        if day is None:
            return self.name
        then = sorted((f for f in self.former_names.all() if f.until > day), key=lambda f: f.until)
        return then[0].name if then else self.name


class FormerName(models.Model):
    """A name an organisation had, until the day it changed."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=160)
    until = models.DateField("name changed on", help_text="The first day of the next name.")

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("until")])]

    class Meta:
        ordering = ["-until"]

    def __str__(self):
        return f"{self.name} (until {self.until})"


class ContactRoute(models.Model):
    """How to reach an organisation about freedom of information, a complaint, or its PALS."""

    class Purpose(models.TextChoices):
        """What the route is for."""

        FOI = "foi", "Freedom of information"
        COMPLAINTS = "complaints", "Complaints"
        PALS = "pals", "Patient advice and liaison service (PALS)"

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="contact_routes")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    url = models.URLField("web page", blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)

    panels = [
        FieldPanel("purpose"),
        FieldRowPanel([FieldPanel("url"), FieldPanel("email"), FieldPanel("phone")]),
    ]

    class Meta:
        ordering = ["purpose"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "purpose"],
                name="one_route_for_each_purpose",
                violation_error_message="There is a route for this purpose already.",
            ),
            models.CheckConstraint(
                condition=~Q(url="") | ~Q(email="") | ~Q(phone=""),
                name="route_leads_somewhere",
                violation_error_message="Give a web page, an e-mail address or a phone number.",
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.url or self.email or self.phone}"
