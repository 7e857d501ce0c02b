"""Lists on an editor's first screen of what is due to be checked."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from partnership.content.models import BasePage

MOST_SHOWN = 10


class CheckPanel(Component):
    """Things due to be checked: how many, the most overdue first, each with a link. Hidden where there are none."""

    template_name = "admin/check_panel.html"
    name = ""
    heading = ""
    explanation = ""

    def due(self, user, today: date) -> tuple[int, list[tuple[str, str, date]]]:
        """How many are due for this person, and the first of them as (words, address, date it was due)."""
        raise NotImplementedError

    def all_url(self) -> str:
        """The address of the whole list, or "" where there is none."""
        return ""

    def get_context_data(self, parent_context):
        count, shown = self.due(parent_context["request"].user, timezone.localdate())
        return {
            "name": self.name,
            "heading": self.heading,
            "explanation": self.explanation,
            "count": count,
            "shown": shown,
            "all_url": self.all_url() if count > len(shown) else "",
        }


class PagesToReviewPanel(CheckPanel):
    """Pages whose next review has come, among those the person may edit."""

    name = "pages-to-review"
    order = 230
    heading = "Pages to review"
    explanation = (
        "Their review date has come. Check that the page is still true, then set a new date under "
        "Settings, Review."
    )

    def due(self, user, today):
        pages = pages_due_review(user, today)
        shown = [
            (title, reverse("wagtailadmin_pages:edit", args=[pk]), due_on)
            for pk, title, due_on in pages.order_by("next_review_on", "title")[:MOST_SHOWN]
        ]
        return pages.count(), shown


def pages_due_review(user, today: date) -> QuerySet:
    """Live pages that a person may edit and whose next review has come, as (pk, title, due), in one query."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    first, *others = [
        kind.objects.filter(live=True, next_review_on__lte=today, pk__in=editable.values("pk"))
        .order_by()
        .values_list("pk", "title", "next_review_on")
        for kind in page_types_with_reviews()
    ]
    return first.union(*others, all=True)


def page_types_with_reviews() -> list[type[BasePage]]:
    """The page types whose tables hold review dates: each page is in one of them."""
    return [kind for kind in BasePage.__subclasses__() if not kind._meta.abstract]
