"""Who may do what with the documents and pictures that all pages share."""

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy


class LibraryPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's rules, in which whoever may change a file may delete it, with deleting as a right of its own.

    People may still delete what they added themselves.
    """

    def user_has_any_permission_for_instance(self, user, actions, instance):
        # What a section keeps in private is not of the library, whoever asks.
        if getattr(instance, "is_private", False):
            return False
        others = set(actions) - {"delete"}
        if others and super().user_has_any_permission_for_instance(user, others, instance):
            return True
        if "delete" not in actions:
            return False
        needed = {"delete", "add"} if getattr(instance, self.owner_field_name) == user else {"delete"}
        return self._check_perm(user, needed, collection=instance.collection)

    def instances_user_has_any_permission_for(self, user, actions):
        if set(actions) != {"delete"} or user.is_superuser or not user.is_authenticated:
            return super().instances_user_has_any_permission_for(user, actions)
        files = self.model._default_manager
        own = files.filter(
            collection__in=self._collections_with_perm(user, {"add"}), **{self.owner_field_name: user}
        )
        return own | files.filter(collection__in=self._collections_with_perm(user, {"delete"}))
