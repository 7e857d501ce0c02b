"""The screens for accounts."""

from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions import AssignRoleBulkAction
from wagtail.users.views.bulk_actions.assign_role import RoleForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

ROLES_HELP = (
    "Programme editors, governance officers and committee members are given their role for one page each, under "
    "Settings, “Roles for a branch”."
)


def groups_of_the_whole_site():
    """The groups that an account may be put in by hand; roles for a branch are given where they are recorded."""
    return Group.objects.filter(role_scope__isnull=True).order_by("name")


class WholeSiteRolesMixin:
    """Offers the roles for the whole site; leaves those for a branch as they are."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"] = ModelMultipleChoiceField(
            queryset=groups_of_the_whole_site(),
            label="Roles",
            required=False,
            widget=CheckboxSelectMultiple,
            help_text=ROLES_HELP,
        )

    def clean_groups(self):
        branch_groups = Group.objects.none()
        if self.instance.pk:
            branch_groups = self.instance.groups.filter(role_scope__isnull=False)
        return [*self.cleaned_data["groups"], *branch_groups]


class NewPersonForm(WholeSiteRolesMixin, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        pass


class PersonForm(WholeSiteRolesMixin, UserEditForm):
    """An account that exists."""

    class Meta(UserEditForm.Meta):
        pass


class SuperuserFlagMixin:
    """Leaves making superusers to superusers: administrators have the role of that name."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if flag := form.fields.get("is_superuser"):
            flag.label = "Superuser"
            flag.help_text = "For setting the site up only. An administrator has the role “Administrators”."
            flag.disabled = not self.request.user.is_superuser
        return form


def roles_of(user) -> str:
    """What somebody's account may do, in words."""
    names = sorted(group.name for group in user.groups.all())
    return "; ".join(["Superuser", *names] if user.is_superuser else names)


class PeopleListView(IndexView):
    """The list of accounts, with what each may do."""

    @cached_property
    def columns(self):
        roles = Column("roles", label="Roles", accessor=roles_of)
        return [roles if column.name == "is_superuser" else column for column in super().columns]

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups")


class NewPersonView(SuperuserFlagMixin, CreateView):
    """Makes an account, on one screen: a role is part of what an account is made for."""

    page_title = "New"


class PersonView(SuperuserFlagMixin, EditView):
    """Changes an account."""


class PeopleViewSet(UserViewSet):
    """Accounts, with the roles of this site."""

    index_view_class = PeopleListView
    add_view_class = NewPersonView
    edit_view_class = PersonView
    create_template_name = "accounts/add_person.html"

    def get_form_class(self, for_update=False):
        return PersonForm if for_update else NewPersonForm


class WholeSiteRoleForm(RoleForm):
    """The roles that may be given to several people at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = groups_of_the_whole_site()


class AssignWholeSiteRole(AssignRoleBulkAction):
    """Gives a role for the whole site to the people ticked in the list."""

    form_class = WholeSiteRoleForm
