"""What meetings add to the editors' side of the site."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy

from partnership.first_screen import offers_tasks

from .actions import hooks as hooks_of_actions  # noqa: F401 (it registers its own)
from .admin.addresses import urlpatterns
from .admin.members import MembershipViewSet
from .admin.notice_rules import OrganisationRuleViewSet
from .admin.permissions import CommitteeRecordPolicy
from .agenda.staying import refuse_to_move, refuse_to_move_several
from .first_tasks import first_tasks
from .listings import MeetingListingViewSet
from .minutes import wagtail_hooks as minutes_hooks  # noqa: F401 (it registers its own)
from .models import MeetingPage, Membership
from .questions import hooks as questions_hooks  # noqa: F401 (it registers its own)


@hooks.register("register_admin_viewset")
def meetings():
    """The listing of meetings."""
    return MeetingListingViewSet()


@hooks.register("register_admin_urls")
def agendas():
    """The screens of agendas."""
    return [path("agendas/", include("meetings.agenda.screens.urls"))]


@hooks.register("register_admin_viewset")
def members():
    """Members of committees."""
    return MembershipViewSet()


@hooks.register("register_admin_viewset")
def notice_rules():
    """Organisations' rules of notice."""
    return OrganisationRuleViewSet()


register_permission_policy(Membership, CommitteeRecordPolicy(Membership))
offers_tasks(first_tasks)


@hooks.register("register_admin_urls")
def screens_of_meetings():
    """The screens on which meetings are run."""
    return urlpatterns


def run_button(page, user):
    """The ways from a meeting to its agenda, to its record and to what can be done with it, for those who may do it."""
    if page.specific_class is MeetingPage and page.permissions_for_user(user).can_publish():
        agenda = reverse("meeting_agenda:agenda", args=[page.pk])
        yield Button("Agenda", agenda, icon_name="list-ol", priority=4)
        record = reverse("meeting_agenda:record", args=[page.pk])
        yield Button("Record", record, icon_name="clipboard-list", priority=4)
        yield Button(
            "Run this meeting", reverse("run_meeting", args=[page.pk]), icon_name="calendar-check", priority=5
        )


@hooks.register("register_page_header_buttons")
def run_from_its_page(page, user, view_name, next_url=None):
    """Offer it on a meeting's own screens."""
    return run_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def run_from_a_list(page, user, next_url=None):
    """Offer it in lists."""
    return run_button(page, user)


hooks.register("before_move_page", refuse_to_move)
hooks.register("before_bulk_action", refuse_to_move_several)
