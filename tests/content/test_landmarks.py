"""Pages that others lead to."""

from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from meetings.models import MeetingsIndexPage
from partnership.content.landmarks import landmark_url, menu_of
from partnership.home.models import StandardPage
from programmes.models import OurWorkIndexPage


def request():
    """A request for the site."""
    return RequestFactory().get("/", HTTP_HOST="localhost")


def test_the_highest_of_its_kind_counts(home):
    work = home.add_child(instance=OurWorkIndexPage(title="Our work", slug="our-work"))
    work.add_child(instance=OurWorkIndexPage(title="Theirs", slug="theirs"))
    assert landmark_url(request(), OurWorkIndexPage) == "/our-work/"


def test_none_to_show_is_no_address(home):
    page = home.add_child(instance=MeetingsIndexPage(title="Meetings", slug="meetings"))
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert landmark_url(request(), MeetingsIndexPage) == ""


def test_the_menu_holds_children_of_the_home_page_that_are_to_be_in_it(home):
    about = home.add_child(instance=StandardPage(title="About", slug="about", show_in_menus=True))
    about.add_child(instance=StandardPage(title="Deeper", slug="deeper", show_in_menus=True))
    home.add_child(instance=MeetingsIndexPage(title="Meetings", slug="meetings"))
    assert [page.title for page in menu_of(request())] == ["About"]
