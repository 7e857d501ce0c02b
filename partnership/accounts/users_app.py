"""Wagtail's app for accounts, with the screens of this site."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersAppConfig(WagtailUsersAppConfig):
    """Wagtail's screens for accounts, which offer the roles of this site."""

    user_viewset = "partnership.accounts.admin.people.PeopleViewSet"
