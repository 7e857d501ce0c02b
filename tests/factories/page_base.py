"""What every page of a test can be, and where it is put."""

from datetime import timedelta

import factory
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_factories import PageFactory


def the(model, factory_name: str = ""):
    """The first page of a type, made where there is none: the usual parent of another."""

    def find_or_make():
        return model.objects.first() or factories()[factory_name]()

    return factory.LazyFunction(find_or_make)


class BasePageFactory(PageFactory):
    """What every page can be."""

    title = factory.Sequence(lambda n: f"Page {n}")

    class Meta:
        model = Page
        abstract = True
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(live=False)
        expired = factory.Trait(expire_at=factory.LazyFunction(lambda: timezone.now() - timedelta(seconds=1)))
        demonstration = factory.Trait(demonstration_only=True)

    @factory.post_generation
    def private(self, create, wanted, **kwargs):
        """Closed to everybody who is not signed in."""
        if create and wanted:
            PageViewRestriction.objects.create(page=self, restriction_type=PageViewRestriction.LOGIN)


def factories() -> dict[str, type[BasePageFactory]]:
    """Every factory of a page, by its name."""
    found, waiting = {}, [BasePageFactory]
    while waiting:
        made = waiting.pop()
        found[made.__name__] = made
        waiting += made.__subclasses__()
    return found
