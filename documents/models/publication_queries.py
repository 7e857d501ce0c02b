"""Publications by state and by what they are about."""

from django.db.models import F, Q
from django.db.models.expressions import Window
from django.db.models.functions import RowNumber
from wagtail.query import PageQuerySet

from .states import State


class PublicationQuerySet(PageQuerySet):
    """Publications by state and by what they are about."""

    def awaited(self):
        """Those promised and not here yet."""
        return self.filter(state=State.AWAITED)

    def published(self):
        """Those that are here, or were: what was withdrawn or superseded stays in the list and says so."""
        return self.exclude(state=State.AWAITED)

    def withdrawn(self):
        """Those taken back, whose files are no longer to be had."""
        return self.filter(state=State.WITHDRAWN)

    def newest_first(self):
        """By date of publication; those whose date is not known come last."""
        return self.order_by(F("published_on").desc(nulls_last=True), "title")

    def of(self, organisation):
        """Those of an organisation, those it contributed to, and those with a file of its own."""
        return self.filter(
            Q(organisation=organisation) | Q(contributors=organisation) | Q(files__organisation=organisation)
        ).distinct()

    def newest_of_each_class(self, number: int):
        """The newest so many of each class of the publication scheme, class by class."""
        newest_first = [F("published_on").desc(nulls_last=True), "title"]
        place = Window(RowNumber(), partition_by="scheme_class", order_by=newest_first)
        return self.annotate(place=place).filter(place__lte=number).order_by("scheme_class", "place")

    def for_listing(self):
        """With what a row of a list shows."""
        return self.select_related("organisation").defer("body")

    def soonest_first(self):
        """By the date they are expected; those for which none is given come last."""
        return self.order_by(F("expected_on").asc(nulls_last=True), "title")
