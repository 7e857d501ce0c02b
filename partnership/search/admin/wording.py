"""The screens on which editors teach the search."""

from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from ..models import Promotion, Synonym


class FromReportCreateView(CreateView):
    """A new promoted result; the report of searches brings the words along."""

    def get_initial(self):
        return {**super().get_initial(), "words": self.request.GET.get("words", "").replace("\x00", "")[:100]}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.request.method == "GET":
            form.initial.update(self.get_initial())
        return form


class PromotionViewSet(SnippetViewSet):
    """Promoted results."""

    model = Promotion
    icon = "pick"
    menu_label = "Promoted results"
    add_view_class = FromReportCreateView
    copy_view_enabled = False
    list_display = ["__str__", Column("page", label="Page shown first")]
    ordering = ["pk"]


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = Synonym
    icon = "tag"
    menu_label = "Words that mean the same"
    copy_view_enabled = False
    list_display = ["__str__"]
    ordering = ["pk"]


class SearchWordingGroup(SnippetViewSetGroup):
    """What editors teach the search."""

    menu_label = "Search words"
    menu_name = "search-words"
    menu_icon = "search"
    menu_order = 170
    items = (PromotionViewSet, SynonymViewSet)
