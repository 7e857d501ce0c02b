"""What pages stand on: organisations, people, figures, files. A trait is a state that the domain has a word for."""

from datetime import date, timedelta
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from PIL import Image

from documents.models import CustomDocument
from partnership.home.models import Banner
from partnership.images.models import CustomImage
from programmes.models import FormerName, ImpactFigure, Organisation, Person, Place, Role


def drawn(width: int = 40, height: int = 30, colour: str = "teal") -> bytes:
    """The bytes of a small picture."""
    written = BytesIO()
    Image.new("RGB", (width, height), colour).save(written, "PNG")
    return written.getvalue()


class ImageFactory(DjangoModelFactory):
    """A picture."""

    title = "A garden"
    file = factory.LazyFunction(lambda: ContentFile(drawn(), "garden.png"))

    class Meta:
        model = CustomImage


class DocumentFactory(DjangoModelFactory):
    """A file to download."""

    title = factory.Sequence(lambda n: f"Paper {n}")
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7\n%%EOF\n", "paper.pdf"))

    class Meta:
        model = CustomDocument


class PlaceFactory(DjangoModelFactory):
    """A borough."""

    name = factory.Sequence(lambda n: f"Borough {n}")
    slug = factory.LazyAttribute(lambda place: slugify(place.name))

    class Meta:
        model = Place


class OrganisationFactory(DjangoModelFactory):
    """A foundation trust that takes part."""

    name = factory.Sequence(lambda n: f"Riverside {n} NHS Foundation Trust")
    slug = factory.LazyAttribute(lambda organisation: slugify(organisation.name))
    kind = Organisation.Kind.FOUNDATION_TRUST

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    class Params:
        member = factory.Trait(partnership_member=True)
        council = factory.Trait(
            name=factory.Sequence(lambda n: f"Borough {n} Council"), kind=Organisation.Kind.LOCAL_AUTHORITY
        )
        merged = factory.Trait(
            active_until=date(2020, 3, 31),
            successor=factory.SubFactory(
                "tests.factories.records.OrganisationFactory", active_from=date(2020, 4, 1)
            ),
        )

    @factory.post_generation
    def renamed_on(self, create, day, **kwargs):
        """The day it took today's name; until then it was “Old” and that name."""
        if create and day:
            FormerName.objects.create(organisation=self, name=f"Old {self.name}", until=day)


class PersonFactory(DjangoModelFactory):
    """Somebody, plainly invented."""

    name = factory.Sequence(lambda n: f"Alex Example {n}")
    demonstration_only = True

    class Meta:
        model = Person


class RoleFactory(DjangoModelFactory):
    """A part somebody plays now."""

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = Role.Kind.CHAIR

    class Meta:
        model = Role

    class Params:
        ended = factory.Trait(
            held_until=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )
        coming = factory.Trait(
            held_from=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=1))
        )


class ImpactFigureFactory(DjangoModelFactory):
    """A number with its source."""

    value = 250
    qualifier = ImpactFigure.Qualifier.OVER
    unit = "clinicians"
    counts = "clinicians at the conference"
    source_title = "Report of the conference"

    class Meta:
        model = ImpactFigure

    class Params:
        success = factory.Trait(on_home_page=True)
        stale = factory.Trait(
            review_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )


class BannerFactory(DjangoModelFactory):
    """A message that shows now, on the whole site."""

    message = "Our telephones do not work today."
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))

    class Meta:
        model = Banner

    class Params:
        ended = factory.Trait(ends_at=factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=1)))
        coming = factory.Trait(starts_at=factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1)))
