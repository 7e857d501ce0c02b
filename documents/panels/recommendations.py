"""The way from a publication to the screens of its recommendations."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from ..models.recommendations import Recommendation


class RecommendationsPanel(Panel):
    """How many recommendations a publication has, and links to write them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"heading": "Recommendations", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The same for one publication."""

        template_name = "documents/panels/recommendations.html"

        def is_shown(self):
            may = self.request.user.has_perm("documents.add_recommendation")
            return super().is_shown() and may

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            saved = self.instance.pk
            number = Recommendation.objects.filter(publication=saved).count() if saved else 0
            of_this = f"?publication={saved}"
            return context | {
                "is_saved": bool(saved),
                "number": number,
                "list_url": reverse("recommendations:index") + of_this,
                "several_url": reverse("recommendations:several") + of_this,
                "add_url": reverse("recommendations:add") + of_this,
            }
