"""Wagtail's screens that would name pages of which somebody has no right to know: none is named here.

Wagtail asks what may be done with a page, and shows the titles of those with which nothing may be done.
"""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_list_or_404
from wagtail.admin.views import chooser
from wagtail.admin.views.bulk_action import index as bulk_action
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, MoveBulkAction, UnpublishBulkAction
from wagtail.models import Page
from wagtail.permissions import policy_registry

from partnership.content.keys import is_key
from partnership.content.known_pages import known_pages
from partnership.content.visibility import audience_of

CHANGES = ("add", "change", "delete", "publish", "bulk_delete", "lock", "unlock")


def known_to(request):
    """The pages of which the person asking may know."""
    return known_pages(Page.objects.all(), request.user, audience_of(request))


class KnownPagesBrowser(chooser.BrowseView):
    """The page chooser; it starts from the top rather than at a page that is nobody's business here."""

    def get_object_list(self):
        if (
            not self.parent_page.is_root()
            and not known_to(self.request).filter(pk=self.parent_page.pk).exists()
        ):
            self.parent_page = Page.get_first_root_node()
        return super().get_object_list()


class KnownPagesChosen(chooser.ChosenMultipleView):
    """What was ticked in the page chooser."""

    def get(self, request):
        asked = {key for key in request.GET.getlist("id") if is_key(key)}
        if known_to(request).filter(pk__in=asked).count() != len(asked):
            raise Http404("There is no such page.")
        return super().get(request)


class KnownPagesMixin:
    """Acts on pages ticked in a list; others than known ones might as well not exist."""

    def get_queryset(self, model, object_ids):
        return get_list_or_404(known_to(self.request), pk__in=object_ids)


class MoveSeveral(KnownPagesMixin, MoveBulkAction):
    """Moves the pages ticked in a list."""


class DeleteSeveral(KnownPagesMixin, DeleteBulkAction):
    """Deletes the pages ticked in a list."""


class UnpublishSeveral(KnownPagesMixin, UnpublishBulkAction):
    """Takes the pages ticked in a list off the site."""


def bulk_action_for_those_who_may(request, app_label, model_name, action):
    """An action on several things at once, for those who may change one of their kind at all."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as problem:
        raise Http404("There is no such kind of thing.") from problem
    if not policy_registry.get_by_type(model).user_has_any_permission(request.user, CHANGES):
        raise PermissionDenied
    return bulk_action(request, app_label, model_name, action)


def for_those_who_keep_the_machinery(view):
    """A report on how the site is built, which names pages of everybody's: for administrators alone."""

    def checked(request, *args, **kwargs):
        if not request.user.has_perm("wagtailcore.change_workflow"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked
