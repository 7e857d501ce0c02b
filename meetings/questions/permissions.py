"""Whose questions from the public are: the officers' of their committee, by a recorded grant, and nobody else's.

Being an administrator opens none of them, and nobody else is told that there are any.
"""

from django.db.models import Q
from django.utils import timezone
from wagtail.permission_policies import ModelPermissionPolicy

from partnership.accounts.grants import grants_in_force, paths_down_to, private_grants
from partnership.accounts.models import User
from partnership.accounts.roles import GOVERNANCE_OFFICERS

from ..models import MeetingPage, Question

OFFICERS = (GOVERNANCE_OFFICERS.key,)


def branches_of(user) -> list[str]:
    """The paths of the committees whose questions somebody deals with."""
    return list(
        private_grants(user, timezone.now()).filter(role__in=OFFICERS).values_list("page__path", flat=True)
    )


def deals_with(user, meeting: MeetingPage) -> bool:
    """Whether somebody deals with the questions for a meeting."""
    return any(meeting.path.startswith(path) for path in branches_of(user))


def questions_of(user):
    """The questions that somebody deals with."""
    branches = branches_of(user)
    if not branches:
        return Question.objects.none()
    below = Q()
    for path in branches:
        below |= Q(meeting__path__startswith=path)
    return Question.objects.filter(below)


def officers_of(meeting: MeetingPage):
    """Who deals with the questions for a meeting, by name."""
    officers = grants_in_force(OFFICERS, timezone.now()).filter(page__path__in=paths_down_to(meeting))
    return User.objects.filter(pk__in=officers.values("user")).order_by("last_name", "first_name", "username")


class QuestionPolicy(ModelPermissionPolicy):
    """Asks for the recorded grant, whatever permission somebody has."""

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user, actions):
        return bool({"change", "view"} & set(actions)) and bool(branches_of(user))

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self.user_has_any_permission(user, actions) and deals_with(user, instance.meeting)

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def instances_user_has_any_permission_for(self, user, actions):
        return questions_of(user) if self.user_has_any_permission(user, actions) else Question.objects.none()

    def instances_user_has_permission_for(self, user, action):
        return self.instances_user_has_any_permission_for(user, [action])
