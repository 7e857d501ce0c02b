"""The demonstration's pages are whole, could be published as they are, and invent nothing about real bodies."""

from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from documents.models import CustomDocument, PublicationPage
from documents.visibility import is_public
from partnership.accounts.demo import DEMO_USERS
from partnership.accounts.models import User
from partnership.content import demonstration as builders
from partnership.content.models import BasePage
from partnership.content.visibility import Audience
from partnership.home.models import HomePage
from programmes.models import ContactRoute, ImpactFigure, Organisation, OrganisationPart, Person


def all_pages():
    return [page for page in Page.objects.filter(depth__gt=1).specific() if isinstance(page, BasePage)]


def test_every_page_is_published_with_a_history_and_could_be_published_again(demonstration_site):
    pages = all_pages()
    assert len(pages) == Page.objects.filter(depth__gt=1).count()
    for page in pages:
        assert page.live, page
        assert page.latest_revision_id == page.live_revision_id is not None, page
        assert not page.has_unpublished_changes, page
        page.full_clean()
        rows = {name: list(getattr(page, name).all()) for name in ("files", "papers") if hasattr(page, name)}
        assert page.publishing_problems(rows) == {}, page
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                value = getattr(page, field.name)
                value.stream_block.clean(value)


def test_builders_leave_alone_what_they_find_built(demonstration_site):
    before = (
        Page.objects.count(),
        Revision.objects.count(),
        ImpactFigure.objects.count(),
        User.objects.count(),
    )
    again = builders.Demonstration(now=timezone.now(), password="another", home=HomePage.objects.get())
    builders.build(again)
    assert again.files == []
    after = Page.objects.count(), Revision.objects.count(), ImpactFigure.objects.count(), User.objects.count()
    assert after == before


def test_search_finds_what_was_built(client, demonstration_site):
    html = client.get("/search/?q=kooth").content.decode()
    assert "Children and Young People’s Mental Health Programme" in html


def test_files_are_public_as_soon_as_the_pages_are(demonstration_site):
    assert all(is_public(document, Audience()) for document in CustomDocument.objects.all())


def test_every_role_has_somebody_to_sign_in_as(demonstration_site):
    assert User.objects.count() == len(DEMO_USERS) == 7
    assert not User.objects.filter(is_superuser=True).exists()
    assert all(user.groups.exists() for user in User.objects.all())


def test_nothing_is_said_of_real_bodies_that_they_do_not_say_themselves(demonstration_site):
    assert not OrganisationPart.objects.filter(part=OrganisationPart.Part.LEAD_PROVIDER).exists()
    assert not Organisation.objects.exclude(ods_code=None).exists()
    assert not ContactRoute.objects.exists()
    assert not Person.objects.filter(demonstration_only=False).exists()


def test_the_other_partnerships_figures_bear_its_name(client, demonstration_site):
    home = client.get("/").content.decode()
    for figure in ImpactFigure.objects.exclude(
        source_page__url_path__contains="/our-work/south-west-london/"
    ):
        assert figure.organisation is None
    for number in ("81 million", "250+"):
        after = home[home.index(number) :]
        assert "South West London Health and Care Partnership" in after[: after.index("Source:")]


def test_a_reader_meets_the_three_examples_in_their_order(client, demonstration_site):
    html = client.get("/our-work/south-west-london/").content.decode()
    examples = html[html.index("Examples of work") :]
    places = [
        examples.index(title)
        for title in (
            "Children and Young People’s Mental Health Programme",
            "Acute Provider Collaborative and mental health collaboratives",
            "Clinical Leadership in South West London",
        )
    ]
    assert places == sorted(places)


def test_every_page_says_that_nobody_answers_for_a_demonstration(client, demonstration_site):
    for address in ("/", "/privacy/", "/search/"):
        assert (
            "This is a demonstration, so no organisation answers for it."
            in client.get(address).content.decode()
        )


def test_what_is_invented_is_published_and_owed_by_invented_bodies(demonstration_site):
    invented = PublicationPage.objects.filter(demonstration_only=True).select_related("organisation")
    assert {page.title for page in invented if "demonstration only" not in page.organisation.name} == set()
    assert len(invented) > 1
