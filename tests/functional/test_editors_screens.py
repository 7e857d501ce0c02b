"""Every screen of the editors' side that is ours, as a screen reader and a careful eye find it."""

import pytest
from django.urls import reverse
from wagtail.models import Site
from wagtail.snippets.models import get_snippet_models

from meetings.models import AgendaItem, CommitteePage, MeetingPage, Sitting
from partnership.accounts.models import RoleGrant, User

from .every_page import page_types

NAMED = [
    "wagtailadmin_home",
    "areas_of_work:index",
    "publications:index",
    "meeting_listing:index",
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "branch_roles:index",
    "branch_roles:add",
    "takedowns:index",
    "takedowns:add",
    "wagtailredirects:index",
    "wagtailredirects:add",
    "alerts_followers",
    "alerts_letters",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:site_history",
]


def edit_views() -> list[str]:
    """The edit view of the first page of each type."""
    firsts = [model.objects.order_by("path").first() for model in page_types()]
    return [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in firsts if page]


def snippet_screens() -> list[str]:
    """The list of each kind of snippet, and the screens to add and to change one."""
    addresses = []
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        addresses += [reverse(viewset.get_url_name(name)) for name in ("list", "add")]
        if (first := model.objects.first()) is not None:
            addresses.append(reverse(viewset.get_url_name("edit"), args=[first.pk]))
    return addresses


def agenda_screens() -> list[str]:
    """The agenda of a meeting, and where its items and papers are added."""
    item = AgendaItem.objects.filter(part="A").first()
    names = ("agenda", "add", "files", "publish", "publish_papers")
    return [
        *(reverse(f"meeting_agenda:{name}", args=[item.meeting_id]) for name in names),
        *(reverse(f"meeting_agenda:{name}", args=[item.pk]) for name in ("item", "choose")),
    ]


def record_screens() -> list[str]:
    """Who was at a meeting, what each committee decided, and how it voted."""
    meeting = Sitting.objects.published().first().meeting_id
    names = ("record", "attendance", "decisions", "motion")
    return [reverse(f"meeting_agenda:{name}", args=[meeting]) for name in names]


def running_screens() -> list[str]:
    """What is due, a year's plan, and what is done with one meeting."""
    meeting = MeetingPage.objects.get(slug="next-demonstration")
    return [
        reverse("meetings_due"),
        reverse("plan_year", args=[meeting.get_parent().pk]),
        reverse("run_meeting", args=[meeting.pk]),
        *(reverse("act_on_meeting", args=[meeting.pk, action]) for action in ("move", "cancel")),
        reverse("meeting_minutes:minutes", args=[meeting.pk, "A"]),
    ]


def other_screens() -> list[str]:
    """Settings, accounts, roles and reports."""
    site = Site.objects.get()
    settings = [("home", "sitesettings"), ("programmes", "responsiblebody")]
    return [
        *(reverse("wagtailsettings:edit", args=[*model, site.pk]) for model in settings),
        reverse("branch_roles:edit", args=[RoleGrant.objects.first().pk]),
        reverse("wagtailusers_users:edit", args=[User.objects.get(username="editor").pk]),
        *map(reverse, NAMED),
    ]


@pytest.mark.parametrize(
    "screens",
    [edit_views, snippet_screens, agenda_screens, record_screens, running_screens, other_screens],
)
def test_axe_finds_nothing(page, site, already_signed_in, assert_accessible, screens):
    already_signed_in("administrator")
    for address in screens():
        page.goto(site + address)
        page.locator("main").wait_for()
        assert_accessible(page)


def test_pages_are_chosen_in_the_page_chooser(page, site, already_signed_in):
    committee = CommitteePage.objects.order_by("path").first()
    already_signed_in("editor")
    page.goto(site + reverse("wagtailadmin_pages:edit", args=[committee.pk]))
    page.get_by_role("button", name="Choose programmes and collaboratives").click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("checkbox", name="Complex Care Programme").check()
    chooser.get_by_role("button", name="Confirm selection").click()
    tick = page.locator("[data-pages-chooser]").get_by_label("Complex Care Programme")
    tick.wait_for()
    assert tick.is_checked()
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("has been updated").or_(page.get_by_text("has been saved")).first.wait_for()
    draft = CommitteePage.objects.get(pk=committee.pk).get_latest_revision_as_object()
    assert "Complex Care Programme" in [area.title for area in draft.oversees.all()]
