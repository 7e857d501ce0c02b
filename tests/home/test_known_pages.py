"""No screen of the editors' side names a page to somebody who has no right to know of it."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from programmes.models import StoryPage
from tests.factories.people import make_person

TITLE = "Zebra crossing report"
ROLES_FOR_A_PART = ["programme_editors", "document_officers"]
MODAL = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def draft(tree):
    """A draft in somebody else's part of the site."""
    story = tree.collaborative.add_child(instance=StoryPage(title=TITLE, slug="zebra", live=False))
    story.save_revision()
    return story


@pytest.fixture(params=ROLES_FOR_A_PART)
def stranger(request, tree, client):
    """Somebody signed in who works on another part of the site."""
    person = make_person(request.param, tree.programme)
    client.force_login(person)
    return person


def addresses(tree, draft):
    """Every screen that might name the draft."""
    chooser = reverse("wagtailadmin_choose_page")
    page = f"/admin/pages/{draft.pk}/"
    bulk = [
        f"/admin/bulk/wagtailcore/page/{action}/" for action in ("move", "publish", "unpublish", "delete")
    ]
    return [
        chooser,
        f"{chooser}?page_type=programmes.StoryPage",
        f"{chooser}{draft.pk}/",
        f"{chooser}{tree.collaborative.pk}/",
        f"{chooser}search/?q=Zebra",
        f"{chooser}chosen-multiple/?id={draft.pk}",
        *(f"{address}?id={draft.pk}" for address in bulk),
        *(f"{address}?id=all&childOf={tree.collaborative.pk}" for address in bulk),
        "/admin/pages/search/?q=Zebra",
        "/admin/pages/usage/programmes/storypage/",
        "/admin/api/main/pages/",
        f"/admin/api/main/pages/{draft.pk}/",
        *(
            f"{page}{screen}/"
            for screen in ("edit", "usage", "history", "view_draft", "copy", "move", "delete")
        ),
        *(
            f"/admin/reports/{report}/"
            for report in (
                "page-types-usage",
                "page-types-usage/results",
                "aging-pages",
                "workflow",
                "site-history",
            )
        ),
        "/admin/",
    ]


def test_no_screen_names_a_draft_of_others(tree, client, draft, stranger):
    for address in addresses(tree, draft):
        answer = client.get(address, headers=MODAL if "choose" in address else {})
        assert answer.status_code < 500, address
        assert TITLE not in answer.content.decode(), address


def test_no_screen_names_a_page_in_a_private_branch(tree, client, draft, stranger):
    draft.live = True
    draft.save()
    PageViewRestriction.objects.create(page=tree.collaborative, restriction_type="login")
    for address in addresses(tree, draft):
        answer = client.get(address, headers=MODAL if "choose" in address else {})
        assert TITLE not in answer.content.decode(), address


def test_the_chooser_offers_what_the_public_sees_and_what_one_works_on(tree, client, draft):
    own = tree.programme.add_child(instance=StoryPage(title="Zebra of our own", slug="own", live=False))
    own.save_revision()
    tree.collaborative.add_child(instance=StoryPage(title="Zebra for all", slug="all"))
    client.force_login(make_person("programme_editors", tree.programme))
    found = client.get(reverse("wagtailadmin_choose_page_search") + "?q=Zebra").content.decode()
    assert "Zebra of our own" in found
    assert "Zebra for all" in found
    inside = client.get(reverse("wagtailadmin_choose_page_child", args=[tree.programme.pk]), headers=MODAL)
    assert "Zebra of our own" in inside.content.decode()


def test_editors_of_the_whole_site_choose_among_all_pages(tree, client, draft):
    client.force_login(make_person("editors"))
    assert TITLE in client.get(reverse("wagtailadmin_choose_page_search") + "?q=Zebra").content.decode()
    chosen = client.get(
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={draft.pk}", headers=MODAL
    )
    assert TITLE in chosen.content.decode()


def test_a_publisher_acts_on_several_pages(tree, client, draft):
    client.force_login(make_person("publishers"))
    assert (
        TITLE
        in client.get(
            f"/admin/bulk/wagtailcore/page/unpublish/?id={tree.story.pk}&id={draft.pk}"
        ).content.decode()
    )


@pytest.mark.parametrize("kind", ["accounts/user", "images/customimage"])
def test_actions_on_several_things_are_for_those_who_may_change_one(tree, client, kind):
    officer = make_person("document_officers")
    client.force_login(officer)
    answer = client.get(f"/admin/bulk/{kind}/delete/?id={officer.pk}")
    assert answer.status_code == 302
    assert client.get(f"/admin/bulk/no/such/delete/?id={officer.pk}").status_code == 404


@pytest.mark.parametrize("report", ["page-types-usage", "aging-pages", "workflow_tasks"])
def test_reports_on_how_the_site_is_built_are_for_administrators(tree, client, report):
    client.force_login(make_person("editors"))
    for address in (f"/admin/reports/{report}/", f"/admin/reports/{report}/results/"):
        assert client.get(address).url == reverse("wagtailadmin_home")
        assert client.get(address, headers=MODAL).status_code == 403
    client.force_login(make_person("administrators"))
    assert client.get(f"/admin/reports/{report}/").status_code == 200
