"""Who may keep the recommendations of a publication.

They are records of their own and public as soon as they are saved, so those of a publication that ever was public are
changed only by who may publish it. Before that, whoever writes the publication writes them too.
"""

from django.db.models import Q
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..models import PublicationPage


def was_public(publication: PublicationPage) -> bool:
    """Whether the public ever saw a publication."""
    return publication.first_published_at is not None


def may_change(user, publication: PublicationPage) -> bool:
    """Whether somebody may add to and change the recommendations of a publication."""
    rights = publication.permissions_for_user(user)
    return rights.can_publish() if was_public(publication) else rights.can_edit()


def publications_open_to(user):
    """The publications whose recommendations somebody may change."""
    policy = PagePermissionPolicy()
    to_publish = policy.instances_user_has_permission_for(user, "publish").values("pk")
    to_edit = policy.instances_user_has_permission_for(user, "change").values("pk")
    return PublicationPage.objects.filter(
        Q(pk__in=to_publish) | Q(pk__in=to_edit, first_published_at__isnull=True)
    )


class RecommendationPermissionPolicy(ModelPermissionPolicy):
    """The role's right to recommendations, narrowed by what somebody may do with the publication."""

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        if action == "view":
            return True
        # A number that the public knows stays.
        if action == "delete" and was_public(instance.publication):
            return False
        return may_change(user, instance.publication)
