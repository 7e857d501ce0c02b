"""Resets somebody's second step: they lost their phone and their recovery codes."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from ..closing.letters import send
from ..grants import name_of
from ..models import SignIn, User
from ..second_step.wanted import is_wanted
from ..sessions.keeping import end

RESET = "accounts.reset_second_step"


def may_reset(user, person) -> bool:
    """Whether somebody may reset a person's second step: an administrator, and never their own."""
    if user == person or not user.has_perm("accounts.change_user"):
        return False
    return user.is_superuser or not person.is_superuser


@transaction.atomic
def reset(person: User, by: User) -> None:
    """Take somebody's second step and recovery codes away, sign them out everywhere, record it and tell them."""
    Authenticator.objects.filter(user=person).delete()
    # They get their days again, from when they next sign in.
    User.objects.filter(pk=person.pk).update(second_step_wanted_since=None)
    end(SignIn.objects.filter(user=person))
    log(instance=person, action=RESET, user=by)
    transaction.on_commit(lambda: send(person, "reset"), robust=True)


class ResetSecondStepView(WagtailAdminTemplateMixin, TemplateView):
    """Asks an administrator whether they are sure who it is, and resets the second step."""

    template_name = "accounts/admin/reset_second_step.html"
    page_title = "Reset second step"
    header_icon = "key"
    _show_breadcrumbs = True

    @cached_property
    def person(self) -> User:
        """Whose it is."""
        return get_object_or_404(User, pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not may_reset(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailusers_users:index"), "label": "Users"},
            {"url": reverse("wagtailusers_users:edit", args=[self.person.pk]), "label": name_of(self.person)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        context = {"person": name_of(self.person), "has_none": is_wanted(self.person)}
        return super().get_context_data(**kwargs) | context

    def post(self, request, **kwargs):
        reset(self.person, request.user)
        messages.success(request, f"The second step of {name_of(self.person)} is reset. They have been told.")
        return redirect("wagtailusers_users:edit", self.person.pk)
