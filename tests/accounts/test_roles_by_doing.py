"""Each role tries what it may do and what it may not, on the admin's own screens."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Page

from documents.models import CustomDocument
from tests.factories.admin_forms import form_values
from tests.factories.people import make_person

EDITING_ROLES = [
    "administrators",
    "publishers",
    "editors",
    "programme_editors",
    "document_officers",
    "governance_officers",
]
PAGES = [
    "about",
    "programme",
    "story",
    "collaborative",
    "committee",
    "meeting",
    "other_committee",
    "publication",
]
MAY_EDIT = {
    "administrators": set(PAGES),
    "publishers": set(PAGES),
    "editors": set(PAGES),
    "programme_editors": {"programme", "story"},
    "document_officers": {"publication"},
    "governance_officers": {"committee", "meeting"},
}
MAY_PUBLISH = {
    "administrators": set(PAGES),
    "publishers": set(PAGES),
    "governance_officers": {"committee", "meeting"},
}
BRANCH = {
    "programme_editors": "programme",
    "governance_officers": "committee",
    "committee_members": "committee",
}
LISTS = {
    "organisations": "wagtailsnippets_programmes_organisation",
    "people": "wagtailsnippets_programmes_person",
    "places": "wagtailsnippets_programmes_place",
    "figures": "wagtailsnippets_programmes_impactfigure",
    "banners": "wagtailsnippets_home_banner",
}
DATA = {"organisations", "people", "places", "figures"}
MAY_READ_LISTS = {
    "administrators": DATA | {"banners"},
    "publishers": DATA | {"banners"},
} | dict.fromkeys(EDITING_ROLES[2:], DATA)
MAY_ADD_TO_LISTS = {
    "administrators": DATA | {"banners"},
    "publishers": DATA | {"banners"},
    "editors": DATA,
}


@pytest.fixture
def signed_in(tree, client):
    """A function that signs somebody in who holds one role."""

    def sign_in(role):
        person = make_person(role, getattr(tree, BRANCH.get(role, ""), None))
        client.force_login(person)
        return person

    return sign_in


def opens(client, url) -> bool:
    """Whether a screen opens, rather than sending the person away."""
    return client.get(url).status_code == 200


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_edits_and_publishes_where_the_matrix_says(tree, client, signed_in, role):
    signed_in(role)
    edits, publishes = set(), set()
    for name in PAGES:
        page = getattr(tree, name)
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        screen = client.get(url)
        if screen.status_code != 200:
            continue
        client.post(url, {**form_values(screen), "title": f"Draft by {role}"})
        if Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == f"Draft by {role}":
            edits.add(name)
        client.post(url, {**form_values(client.get(url)), "title": f"Live by {role}", "action-publish": "1"})
        if Page.objects.get(pk=page.pk).title == f"Live by {role}":
            publishes.add(name)
    assert edits == MAY_EDIT[role]
    assert publishes == MAY_PUBLISH.get(role, set())


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_submits_for_approval_what_it_edits(tree, client, signed_in, role):
    signed_in(role)
    page = getattr(tree, sorted(MAY_EDIT[role])[0])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, {**form_values(client.get(url)), "title": "Please approve", "action-submit": "1"})
    assert Page.objects.get(pk=page.pk).current_workflow_state.status == "in_progress"
    assert Page.objects.get(pk=page.pk).title != "Please approve"


def test_a_publisher_approves_what_an_editor_submits_and_an_editor_cannot(tree, client, signed_in):
    editor = signed_in("editors")
    url = reverse("wagtailadmin_pages:edit", args=[tree.about.pk])
    client.post(url, {**form_values(client.get(url)), "title": "About all of us", "action-submit": "1"})
    task_state = Page.objects.get(pk=tree.about.pk).current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[tree.about.pk, "approve", task_state.pk])

    client.force_login(editor)
    client.post(approve)
    assert Page.objects.get(pk=tree.about.pk).title == "About us"

    signed_in("publishers")
    client.post(approve)
    assert Page.objects.get(pk=tree.about.pk).title == "About all of us"


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_opens_the_lists_that_the_matrix_says(client, signed_in, role):
    signed_in(role)
    reads = {name for name, viewset in LISTS.items() if opens(client, reverse(f"{viewset}:list"))}
    adds = {name for name, viewset in LISTS.items() if opens(client, reverse(f"{viewset}:add"))}
    assert reads == MAY_READ_LISTS[role]
    assert adds == MAY_ADD_TO_LISTS.get(role, set())


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_settings_and_accounts_are_for_those_who_keep_them(tree, client, signed_in, role):
    signed_in(role)
    site = tree.home.sites_rooted_here.get()
    frame = {
        opens(client, reverse("wagtailsettings:edit", args=[*model, site.pk]))
        for model in (("home", "sitesettings"), ("programmes", "responsiblebody"))
    }
    keeps_accounts = {
        opens(client, reverse(name))
        for name in (
            "wagtailusers_users:index",
            "branch_roles:index",
            "branch_roles:add",
            "wagtailsites:index",
            "wagtailadmin_workflows:index",
            "wagtailadmin_collections:index",
        )
    }
    assert frame == {role in {"administrators", "publishers"}}
    assert keeps_accounts == {role == "administrators"}


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_nobody_changes_groups_by_hand(client, signed_in, role):
    signed_in(role)
    assert not opens(client, reverse("wagtailusers_groups:index"))


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_adds_documents(client, signed_in, role):
    person = signed_in(role)
    client.post(
        reverse("wagtaildocs:add"),
        {
            "title": "Findings",
            "file": ContentFile(b"Words.", name="findings.txt"),
            "collection": "1",
            "language": "en-GB",
        },
    )
    assert CustomDocument.objects.filter(uploaded_by_user=person, title="Findings").exists()


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_changes_the_documents_of_others_where_the_matrix_says(client, signed_in, role):
    document = CustomDocument.objects.create(
        title="Another's", file=ContentFile(b"Words.", name="another.txt")
    )
    signed_in(role)
    may = role in {"administrators", "publishers", "editors", "document_officers"}
    assert opens(client, reverse("wagtaildocs:edit", args=[document.pk])) is may
    assert opens(client, reverse("wagtaildocs:delete", args=[document.pk])) is (
        role in {"administrators", "publishers"}
    )


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_adds_pictures_except_document_officers(client, signed_in, role):
    signed_in(role)
    assert opens(client, reverse("wagtailimages:add")) is (role != "document_officers")


@pytest.mark.parametrize("role", EDITING_ROLES)
def test_the_first_screen_and_the_listings_open_for_every_editing_role(client, signed_in, role):
    signed_in(role)
    for name in ("wagtailadmin_home", "areas_of_work:index", "publications:index", "meeting_listing:index"):
        assert opens(client, reverse(name)), name


def test_the_listings_show_only_what_a_person_may_work_on(tree, client, signed_in):
    signed_in("governance_officers")
    listed = client.get(reverse("meeting_listing:index")).content.decode()
    assert tree.meeting.title in listed
    assert tree.programme.title not in client.get(reverse("areas_of_work:index")).content.decode()


def test_a_committee_member_is_told_that_the_account_edits_nothing(client, signed_in):
    signed_in("committee_members")
    answer = client.get(reverse("wagtailadmin_home"), follow=True)
    assert answer.status_code == 200
    assert "no part in editing this site" in answer.content.decode()
    assert len(answer.redirect_chain) == 1
