"""The page of those who sit on committees."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from partnership.accounts.grants import may_read_private
from partnership.accounts.roles import USE_ADMIN

from ..models import CommitteePage, LastLooked, MeetingPage
from .changes import times_of
from .reading import my_committees


class MyCommitteesView(LoginRequiredMixin, TemplateView):
    """The committees that somebody is on or keeps, with their papers and with what is new; it writes nothing down."""

    template_name = "meetings/members_page/my_committees.html"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            committees=my_committees(user, timezone.now()),
            account=user,
            uses_admin=user.has_perm(USE_ADMIN),
            **kwargs,
        )


@require_POST
def mark_as_seen(request, committee_id: int):
    """Note that somebody has seen what is new of a committee. Raises Http404 for whoever is not of it."""
    now = timezone.now()
    committee = get_object_or_404(CommitteePage.objects.defer("body"), pk=committee_id, live=True)
    if not may_read_private(request.user, committee):
        raise Http404("There is no such page.")
    meetings = MeetingPage.objects.child_of(committee).filter(live=True, ends_at__gt=now).defer("body")
    LastLooked.objects.update_or_create(
        user=request.user, committee=committee, defaults={"at": now, "times": times_of(meetings)}
    )
    return redirect("my_committees")
