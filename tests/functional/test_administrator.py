"""What an administrator does: gives a role with the keyboard alone, ends one, sets a time."""

import pytest
from django.urls import reverse

from partnership.accounts.models import RoleGrant

MOST_TABS = 80


@pytest.fixture
def at_home(page, already_signed_in):
    """A window in which an administrator is signed in."""
    already_signed_in("administrator")
    return page


def tab_to(page, target):
    """Press Tab until a control has the focus."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {target}.")


def test_gives_a_role_with_the_keyboard_alone(at_home, site):
    page = at_home
    page.goto(site + reverse("branch_roles:add"))
    tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_label("Person"))
    page.keyboard.type("Demonstration editor")
    tab_to(page, page.get_by_role("button", name="Choose a page"))
    page.keyboard.press("Enter")
    search = page.get_by_role("dialog").get_by_placeholder("Search")
    search.wait_for()
    tab_to(page, search)
    page.keyboard.type("SLP Partnership Committees")
    found = page.get_by_role("dialog").get_by_role("link", name="SLP Partnership Committees", exact=True)
    found.first.wait_for()
    tab_to(page, found.first)
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="hidden")
    tab_to(page, page.get_by_role("button", name="Give this role"))
    page.keyboard.press("Enter")
    page.wait_for_url(site + reverse("branch_roles:index"))
    assert page.get_by_text("Governance officer of SLP Partnership Committees: given.").is_visible()
    record = RoleGrant.objects.held().get(user__username="editor")
    assert (record.role, record.granted_by.username) == ("governance_officers", "administrator")


def test_ends_a_role(at_home, site):
    page = at_home
    page.goto(site + reverse("branch_roles:index"))
    page.get_by_role("link", name="programme editor").first.click()
    page.get_by_role("button", name="End this role").click()
    page.wait_for_url(site + reverse("branch_roles:index"))
    assert not RoleGrant.objects.held().filter(user__username="programme-editor").exists()


def test_a_time_is_picked_to_the_minute_as_london_writes_it(at_home, site):
    page = at_home
    page.goto(site + reverse("wagtailsnippets_home_banner:add"))
    page.locator("#id_starts_at").click()
    picker = page.locator(".xdsoft_datetimepicker:visible")
    picker.locator(".xdsoft_date:not(.xdsoft_other_month)").nth(14).click()
    picker.locator(".xdsoft_time", has_text="18:00").click()
    day, time = page.locator("#id_starts_at").input_value().split(" ")
    assert time == "18:00"
    assert day.split("/")[0] == "15"


def test_a_committee_member_signs_in_to_read(page, site, assert_accessible):
    page.goto(site + reverse("sign_in"))
    assert_accessible(page)
    page.locator("#id_login").fill("committee-member")
    page.locator("#id_password").fill("a-password-for-journeys")
    page.get_by_role("button", name="Sign in").click()
    assert_accessible(page)
    page.get_by_role("button", name="Not now").click()
    page.get_by_role("heading", name="My committees", level=1).wait_for()
    assert_accessible(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").wait_for()
