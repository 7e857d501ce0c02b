"""Choosing several pages: the chosen ones stand as ticked boxes, others are found in the page chooser."""

import json

from django.forms import CheckboxSelectMultiple, Media
from wagtail.admin.telepath import JSContext
from wagtail.admin.widgets import AdminPageChooser

from .keys import is_key
from .known_pages import known_pages
from .visibility import Audience

UNKNOWN = "A page that is not public yet"


class PagesChooser(CheckboxSelectMultiple):
    """Shows what is chosen, however many pages there are to choose from; taking a tick away takes the page out.

    The form that it stands in calls `limit_to` for the person who fills it in.
    """

    template_name = "admin/pages_chooser.html"
    known = None

    @property
    def media(self):
        return AdminPageChooser().media + Media(js=["js/admin-pages-chooser.js"])

    def limit_to(self, field, user, chosen) -> None:
        """Let a person choose pages that they may know of; what others chose stays, without its title."""
        pages = field.queryset
        known = known_pages(pages, user, Audience())
        self.known = known
        field.queryset = (pages.filter(pk__in=known.values("pk")) | pages.filter(pk__in=chosen)).order_by(
            "title"
        )

    def optgroups(self, name, value, attrs=None):
        chosen = self.choices.queryset.filter(pk__in=[key for key in value if is_key(key)])
        known = chosen
        if self.known is not None:
            known = self.known.filter(pk__in=chosen.values("pk"))
        titles = {page.pk: page.get_admin_display_title() for page in known}
        options = [
            self.create_option(name, pk, titles.get(pk, UNKNOWN), True, number, attrs=attrs)
            for number, pk in enumerate(chosen.values_list("pk", flat=True))
        ]
        return [(None, [option], number) for number, option in enumerate(options)]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        model = self.choices.queryset.model
        chooser = AdminPageChooser(target_models=[model])
        context["widget"]["chooser"] = json.dumps(JSContext().pack(chooser))
        context["widget"]["kind"] = model._meta.verbose_name_plural
        return context
