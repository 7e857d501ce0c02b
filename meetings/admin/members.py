"""The screens on which a committee's members and their register of interests are kept."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django_filters import BooleanFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect

from ..membership_rights import agree
from ..models import CommitteePage, Membership
from .permissions import committees_kept_by


class MembershipForm(WagtailAdminModelForm):
    """Writes down that somebody is on a committee; their account is named by its e-mail address."""

    account_email = forms.EmailField(
        label="E-mail address of their account",
        required=False,
        help_text="Lets them read the committee’s private papers while they are a member. Empty: they have no account.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["committee"] = forms.ModelChoiceField(
            queryset=committees_kept_by(self.for_user), initial=self.initial.get("committee")
        )
        if self.instance.pk:
            self.fields["committee"].disabled = True
        if self.instance.user:
            self.fields["account_email"].initial = self.instance.user.email

    def clean_account_email(self):
        address = self.cleaned_data["account_email"]
        self.account = None
        if address:
            self.account = get_user_model().objects.filter(email__iexact=address, is_active=True).first()
            if self.account is None:
                raise forms.ValidationError(
                    "No account in use has this address. Ask an administrator to make one."
                )
        return address

    def save(self, commit=True):
        self.instance.user = self.account
        return super().save(commit)


class KeepsRightsMixin:
    """Gives and takes what members may read as soon as their membership is saved."""

    def save_instance(self):
        before = (
            Membership.objects.filter(pk=self.form.instance.pk).select_related("user", "committee").first()
        )
        now = timezone.now()
        with transaction.atomic():
            membership = super().save_instance()
            for person in {before and before.user, membership.user} - {None}:
                agree(person, membership.committee, now, self.request.user)
        return membership


class MembershipCreateView(KeepsRightsMixin, CreateView):
    """Adds a member."""

    page_title = "Add a member"


class OfKeptCommitteeMixin:
    """Refuses members of committees that the person asking does not keep."""

    def get_object(self, queryset=None):
        membership = super().get_object(queryset)
        if not membership.committee.permissions_for_user(self.request.user).can_publish():
            raise PermissionDenied
        return membership


class MembershipEditView(KeepsRightsMixin, OfKeptCommitteeMixin, EditView):
    """Changes a member, or gives their last day."""


class MembershipDeleteView(OfKeptCommitteeMixin, DeleteView):
    """Deletes a member entered by mistake, and what they could read."""

    def delete_action(self):
        person, committee = self.object.user, self.object.committee
        with transaction.atomic():
            super().delete_action()
            if person:
                agree(person, committee, timezone.now(), self.request.user)


class MembershipFilterSet(WagtailFilterSet):
    """Narrows the list by committee, and to those who are members still."""

    committee = ModelChoiceFilter(queryset=lambda request: committees_kept_by(request.user))
    until = BooleanFilter(lookup_expr="isnull", label="Without a last day", widget=BooleanRadioSelect)

    class Meta:
        model = Membership
        fields = ["committee", "until"]


class MembershipIndexView(IndexView):
    """Who is and was on the committees that somebody keeps."""

    page_title = "Members of committees"
    add_item_label = "Add a member"
    default_ordering = ["committee__title", "part", "person__name"]

    def get_base_queryset(self):
        kept = CommitteePage.objects.filter(pk__in=committees_kept_by(self.request.user).values("pk"))
        found = super().get_base_queryset().filter(committee__in=kept)
        return found.select_related("person", "organisation", "committee").defer("committee__body")


class MembershipViewSet(ModelViewSet):
    """Members of committees, with their registers of interests."""

    model = Membership
    name = "committee_members"
    url_prefix = "committee-members"
    icon = "group"
    menu_label = "Members"
    menu_order = 131
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    edit_view_class = MembershipEditView
    delete_view_class = MembershipDeleteView
    filterset_class = MembershipFilterSet
    list_per_page = 50
    list_display = [
        TitleColumn("person", label="Person", url_name="committee_members:edit", sort_key="person__name"),
        Column("committee", label="Committee", sort_key="committee__title"),
        Column("organisation", label="Organisation", sort_key="organisation__name"),
        Column("part", label="As", accessor="get_part_display", sort_key="part"),
        BooleanColumn("votes", label="Voting"),
        Column("since", label="From", sort_key="since"),
        Column("until", label="To", sort_key="until"),
    ]

    def get_edit_handler(self):
        return ObjectList(Membership.panels, base_form_class=MembershipForm).bind_to_model(Membership)
