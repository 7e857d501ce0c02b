"""The screens on which a role for a branch is given and ended."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_filters import BooleanFilter, ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.models import Page

from partnership.kept_records import DecideRecordView, EnterRecordView, KeptRecordViewSet

from ..grants import check_page, grant, name_of, page_types, revoke
from ..models import RoleGrant
from ..models.grants import ROLE_CHOICES
from ..roles import BRANCH_ROLES, ROLES


class PersonChoiceField(forms.ModelChoiceField):
    """Somebody with an account in use, by name."""

    def label_from_instance(self, user):
        return name_of(user)


class RoleGrantForm(WagtailAdminModelForm):
    """Gives a person a role for a page and all below it."""

    class Meta:
        model = RoleGrant
        fields = ["role", "user", "page"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            choices=[(role.key, f"{role.singular}. {role.purpose}") for role in BRANCH_ROLES],
            widget=forms.RadioSelect,
        )
        self.fields["user"] = PersonChoiceField(
            label="Person",
            queryset=get_user_model().objects.filter(is_active=True).order_by("last_name", "username"),
            help_text="Make the account first if the person has none: Settings, Users.",
        )
        kinds = {kind for role in BRANCH_ROLES for kind in page_types(role)}
        self.fields["page"] = forms.ModelChoiceField(
            queryset=Page.objects.all(),
            widget=AdminPageChooser(target_models=sorted(kinds, key=lambda kind: kind._meta.label)),
            help_text="The programme or provider collaborative of a programme editor; the committee of a governance "
            "officer or a committee member. The role holds for all pages below it too.",
        )

    def clean(self):
        cleaned = super().clean()
        role, user, page = (cleaned.get(name) for name in ("role", "user", "page"))
        if role and page:
            try:
                check_page(ROLES[role], page)
            except ValidationError as problem:
                self.add_error(None, problem)
        if (
            role
            and user
            and page
            and RoleGrant.objects.held().filter(role=role, user=user, page=page).exists()
        ):
            self.add_error("user", f"{name_of(user)} holds this role for “{page.title}” already.")
        return cleaned


class GiveRoleView(EnterRecordView):
    """Gives a role, and records who gave it."""

    page_title = "Give a role"
    page_subtitle = "Give a role"
    submit_button_label = "Give this role"
    submit_button_active_label = "Giving the role…"
    success_message = "%(object)s: given."
    error_message = "The role was not given. Please see what is said beside the fields."

    def save_instance(self):
        chosen = self.form.cleaned_data
        return grant(chosen["user"], chosen["role"], chosen["page"], self.request.user, timezone.now())


class EndRoleForm(WagtailAdminModelForm):
    """Asks nothing: to send it is to end the role."""

    class Meta:
        model = RoleGrant
        fields = []


class EndRoleView(DecideRecordView):
    """Shows who was given a role, where and by whom, and ends it."""

    page_title = "Role"
    submit_button_label = "End this role"
    submit_button_active_label = "Ending the role…"
    success_message = "%(object)s: ended."

    def save_instance(self):
        held = self.object
        if held.is_held:
            revoke(held.user, held.role, held.page, self.request.user, timezone.now())
        return held


class RoleGrantFilterSet(WagtailFilterSet):
    """Narrows the list by role, and to roles that hold or have ended."""

    role = ChoiceFilter(choices=ROLE_CHOICES)
    ended_at = BooleanFilter(lookup_expr="isnull", label="Held now", widget=BooleanRadioSelect)

    class Meta:
        model = RoleGrant
        fields = ["role", "ended_at"]


class RoleGrantIndexView(IndexView):
    """Every role for a branch that was ever given."""

    page_title = "Roles for a branch"
    any_permission_required = {"view"}
    add_item_label = "Give a role"

    def get_base_queryset(self):
        return super().get_base_queryset().with_people()


class RoleGrantViewSet(KeptRecordViewSet):
    """Roles for a branch: given, listed and ended; never changed or deleted."""

    model = RoleGrant
    name = "branch_roles"
    url_prefix = "branch-roles"
    icon = "key"
    menu_label = "Roles for a branch"
    menu_order = 610
    add_to_settings_menu = True
    index_view_class = RoleGrantIndexView
    add_view_class = GiveRoleView
    edit_view_class = EndRoleView
    edit_template_name = "accounts/end_role.html"
    filterset_class = RoleGrantFilterSet
    search_fields = ["user_name", "page_title"]
    list_display = [
        TitleColumn("user_name", label="Person", sort_key="user_name", url_name="branch_roles:edit"),
        Column("role_name", label="Role", sort_key="role"),
        Column("page_title", label="For", sort_key="page_title"),
        Column("granted_at", label="Since", sort_key="granted_at"),
        Column("given_by", label="Given by"),
        Column("ended_at", label="Ended", sort_key="ended_at"),
    ]
    list_export = [
        "user_name",
        "role",
        "page_title",
        "granted_at",
        "given_by",
        "ended_at",
        "ended_by_name",
    ]

    def get_form_class(self, for_update=False):
        return EndRoleForm if for_update else RoleGrantForm
