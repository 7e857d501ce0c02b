"""Who may keep what belongs to a committee: those who may publish its pages, and hold the right to such records."""

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..models import CommitteePage


def committees_kept_by(user):
    """The committees whose pages somebody may publish."""
    open_to = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    return CommitteePage.objects.filter(pk__in=open_to.values("pk")).defer("body").order_by("title")


class CommitteeRecordPolicy(ModelPermissionPolicy):
    """The role's right to records of a kind, narrowed to committees that somebody keeps."""

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        return instance.committee.permissions_for_user(user).can_publish()

    def instances_user_has_any_permission_for(self, user, actions):
        if not self.user_has_any_permission(user, actions):
            return self.model.objects.none()
        return self.model.objects.filter(committee__in=committees_kept_by(user))
