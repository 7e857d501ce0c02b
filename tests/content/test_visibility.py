"""Who may see what: asked of the one function, and of the addresses themselves."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from partnership.content.visibility import Audience
from partnership.home.models import StandardPage

NOW = timezone.now()


def page(parent, slug, **facts):
    """A plain page below another."""
    return parent.add_child(instance=StandardPage(title=f"Zebra {slug}", slug=slug, **facts))


def close(page, to=PageViewRestriction.LOGIN, groups=()):
    """Make a page and all below it private."""
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=to)
    restriction.groups.set(groups)


def draft(home):
    """A page not published yet."""
    return page(home, "about", live=False)


def expired(home):
    """A page whose time is over, before any command has taken it down."""
    return page(home, "about", expire_at=NOW - timedelta(seconds=1))


def too_early(home):
    """A page marked live whose time has not come."""
    return page(home, "about", go_live_at=NOW + timedelta(hours=1))


def private_by_login(home):
    """A page for whoever is signed in."""
    about = page(home, "about")
    close(about)
    return about


def private_by_group(home):
    """A page for one group."""
    about = page(home, "about")
    close(about, PageViewRestriction.GROUPS, [Group.objects.create(name="Committee")])
    return about


def below_a_private_page(home):
    """A page that is private because one above it is."""
    above = page(home, "members")
    close(above)
    return page(page(above, "papers"), "about")


def alias_of_a_private_page(home):
    """A public mirror of a private page."""
    above = page(home, "members")
    close(above)
    return page(above, "papers").create_alias(parent=home, update_slug="about").specific


def alias_of_an_alias(home):
    """A mirror of a mirror of a private page."""
    above = page(home, "members")
    close(above)
    first = page(above, "papers").create_alias(parent=home, update_slug="first")
    return first.create_alias(parent=home, update_slug="about").specific


def below_an_alias_of_a_private_page(home):
    """A page in a mirrored private branch."""
    above = page(home, "members")
    close(above)
    page(page(above, "papers"), "about")
    mirror = above.get_children().get().create_alias(parent=home, update_slug="mirror", recursive=True)
    return mirror.get_children().get().specific


HIDDEN = [
    draft,
    expired,
    too_early,
    private_by_login,
    private_by_group,
    below_a_private_page,
    alias_of_a_private_page,
    alias_of_an_alias,
    below_an_alias_of_a_private_page,
]


@pytest.fixture(params=HIDDEN, ids=lambda maker: maker.__name__)
def hidden(request, home):
    """A page that the public may not see, for each of the reasons there are."""
    return request.param(home)


def test_the_public_sees_none_of_it_in_lists(hidden):
    audience = Audience(NOW)
    assert not audience.visible(Page.objects.filter(pk=hidden.pk)).exists()
    assert not audience.visible(StandardPage.objects.filter(pk=hidden.pk)).exists()


def test_the_public_may_not_see_any_of_it(hidden):
    assert not Audience(NOW).may_see(hidden)


def test_no_address_answers_with_it(hidden, client):
    response = client.get(hidden.get_url())
    assert response.status_code in (302, 404)
    assert "Zebra" not in response.content.decode()


def test_the_map_of_the_site_leaves_it_out(hidden, client):
    response = client.get("/sitemap-pages.xml")
    assert response.status_code == 200
    assert f"{hidden.get_url()}<" not in response.content.decode()


def test_what_is_public_is_seen(home, client):
    about = page(
        home, "about", go_live_at=NOW - timedelta(hours=1), expire_at=timezone.now() + timedelta(hours=1)
    )
    below_a_private = page(home, "members")
    close(below_a_private)
    mirror = about.create_alias(parent=home, update_slug="mirror")
    audience = Audience(NOW)
    public = audience.visible(Page.objects.filter(depth__gt=1))
    assert set(public.values_list("slug", flat=True)) == {"home", "about", "mirror"}
    assert audience.may_see(about)
    assert audience.may_see(mirror)
    assert client.get(about.get_url()).status_code == 200


def test_a_page_ends_at_its_second(home):
    about = page(home, "about", expire_at=NOW)
    assert Audience(NOW - timedelta(seconds=1)).may_see(about)
    assert not Audience(NOW).may_see(about)


def test_a_public_page_below_an_expired_one_stays(home, client):
    above = expired(home)
    assert client.get(page(above, "still-here").get_url()).status_code == 200


def test_an_editor_can_still_preview_an_expired_page(home, admin_client):
    about = expired(home)
    about.save_revision()
    assert admin_client.get(f"/admin/pages/{about.pk}/view_draft/").status_code == 200


def test_a_private_page_is_kept_out_of_caches(home, admin_client, client):
    about = private_by_login(home)
    for response in (admin_client.get(about.get_url()), client.get(about.get_url())):
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_what_staff_are_shown_is_kept_out_of_caches(home, admin_client, client):
    about = page(home, "about")
    assert "no-store" in admin_client.get(about.get_url())["Cache-Control"]
    assert "no-store" not in client.get(about.get_url()).get("Cache-Control", "")


@pytest.mark.parametrize("restrictions", [0, 1, 30])
def test_asking_costs_few_queries(home, django_assert_max_num_queries, restrictions):
    for number in range(restrictions):
        close(page(home, f"members-{number}"))
    audience = Audience(NOW)
    with django_assert_max_num_queries(5):
        for _ in range(3):
            list(audience.visible(Page.objects.all()))
            audience.may_see(home)
