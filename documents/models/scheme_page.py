"""The publication scheme: what we publish, by the classes of the Information Commissioner's model scheme."""

from django.db.models import Count
from wagtail.admin.panels import FieldPanel

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from .publications import PublicationPage
from .scheme_classes import ABOUT


class PublicationSchemePage(BasePage):
    """What we publish, by the classes of the Information Commissioner's model scheme."""

    parent_page_types = ["documents.PublicationIndexPage"]
    subpage_types = []
    max_count = 1
    is_landmark = True
    SHOWN_OF_A_CLASS = 5

    body = BodyField(
        BodyBlock(),
        blank=True,
        help_text="How to ask for what is not here, and what is charged, if anything.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "publication scheme"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        public = audience.visible(PublicationPage.objects.published()).exclude(
            state=PublicationPage.State.WITHDRAWN
        )
        counts = dict(public.order_by().values_list("scheme_class").annotate(Count("pk")))
        newest: dict[str, list] = {}
        for page in public.for_listing().newest_of_each_class(self.SHOWN_OF_A_CLASS):
            newest.setdefault(page.scheme_class, []).append(page)
        context["classes"] = [
            {
                "key": key.value,
                "name": key.label,
                "about": about,
                "count": counts.get(key, 0),
                "newest": newest.get(key, []),
            }
            for key, about in ABOUT.items()
        ]
        parent = self.get_parent()
        context["list_url"] = parent.get_url(request) if audience.may_see(parent) else ""
        return context
