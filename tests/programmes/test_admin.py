"""The screens on which organisations, people, places and figures are kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from partnership.home.admin.check_panels import pages_due_review
from programmes.models import ImpactFigure, Organisation, Person, Place, ProgrammePage
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person


@pytest.fixture
def publisher(tree, client):
    person = make_person("publishers")
    client.force_login(person)
    return person


def screen(model, view="add", *args):
    """The address of a screen for a kind of data."""
    return reverse(f"wagtailsnippets_programmes_{model}:{view}", args=args)


def send(client, url, **typed):
    """Send a screen as it stands, with what an editor types."""
    return client.post(url, {**form_values(client.get(url)), **typed})


ORGANISATION = {"name": "Hillside NHS Trust", "slug": "hillside", "kind": "nhs_trust"}


def test_a_code_in_small_letters_is_taken(client, publisher):
    assert send(client, screen("organisation"), **ORGANISATION, ods_code=" rv5 ").status_code == 302
    assert Organisation.objects.get(slug="hillside").ods_code == "RV5"


def test_an_organisation_needs_no_code(client, publisher):
    for number in (1, 2):
        typed = ORGANISATION | {"name": f"Hillside {number}", "slug": f"hillside-{number}"}
        assert send(client, screen("organisation"), **typed).status_code == 302


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"ods_code": "rx1"}, "Another organisation has this ODS code."),
        ({"ods_code": "RX-1!"}, "An ODS code is 3 to 10 capital letters and digits, such as RX1."),
        ({"slug": "riverside"}, "Organisation with this Name in addresses already exists."),
        ({"name": "Riverside NHS Foundation Trust"}, "Organisation with this Name already exists."),
        ({"website": "hillside"}, "Enter a valid URL."),
        (
            {"active_from": "02/01/2024", "active_until": "01/01/2024"},
            "The last day must not be before the first.",
        ),
    ],
)
def test_says_what_is_wrong_with_an_organisation_and_keeps_what_was_typed(client, publisher, typed, words):
    answer = send(client, screen("organisation"), **(ORGANISATION | {"description": "On a hill."} | typed))
    assert answer.status_code == 200
    assert words in " ".join(errors_shown(answer))
    assert form_values(answer)["description"] == "On a hill."
    assert Organisation.objects.count() == 1


def row(relation, number=0, **typed):
    """One inline row as the browser sends it."""
    return {
        f"{relation}-TOTAL_FORMS": "1",
        **{f"{relation}-{number}-{name}": value for name, value in {"id": "", "DELETE": "", **typed}.items()},
    }


def test_a_route_leads_somewhere(client, publisher):
    typed = ORGANISATION | row("contact_routes", purpose="foi", url="", email="", phone="")
    answer = send(client, screen("organisation"), **typed)
    assert answer.status_code == 200
    assert "Give a web page, an e-mail address or a phone number." in " ".join(errors_shown(answer))


def test_a_former_name_is_kept_with_its_day(client, publisher):
    typed = ORGANISATION | row("former_names", name="Hill Hospital", until="01/04/2020")
    send(client, screen("organisation"), **typed)
    trust = Organisation.objects.get(slug="hillside")
    assert trust.name_on(date(2019, 1, 1)) == "Hill Hospital"


def test_a_role_ends_after_it_starts(tree, client, publisher):
    typed = row(
        "roles",
        kind="chair",
        title="Chair of the board",
        organisation=str(tree.trust.pk),
        area_of_work="",
        held_from="02/01/2024",
        held_until="01/01/2024",
    )
    answer = send(client, screen("person"), name="Alex", **typed)
    assert answer.status_code == 200
    assert "The last day must not be before the first." in " ".join(errors_shown(answer))
    assert form_values(answer)["roles-0-title"] == "Chair of the board"
    assert not Person.objects.exists()


def test_a_figure_has_a_source(client, publisher):
    answer = send(client, screen("impactfigure"), value="250", counts="people at the conference")
    assert answer.status_code == 200
    assert "Say where the figure comes from." in " ".join(errors_shown(answer))
    assert form_values(answer)["counts"] == "people at the conference"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("250", "250"), ("3600000", "3600000"), ("3.5", "3.5"), ("12.25", "12.25"), ("0", "0")],
)
def test_a_figure_is_shown_without_idle_zeros(client, publisher, value, shown):
    figure = make_figure(value=value)
    edit = screen("impactfigure", "edit", figure.pk)
    assert form_values(client.get(edit))["value"] == shown
    exported = client.get(screen("impactfigure", "list"), {"export": "csv"})
    assert f"\n{shown},".encode() in b"".join(exported.streaming_content).replace(b"\r", b"")
    assert send(client, edit, counts="beds").status_code == 302
    figure.refresh_from_db()
    assert figure.value == Decimal(value)


@pytest.mark.parametrize("value", ["many", "81 million", "1e30", "12.345"])
def test_a_figure_is_a_number(client, publisher, value):
    answer = send(client, screen("impactfigure"), value=value, counts="people", source_title="A report")
    assert answer.status_code == 200
    assert errors_shown(answer)
    assert form_values(answer)["value"] == value


def test_a_place_is_added(client, publisher):
    assert send(client, screen("place"), name="Merton", slug="merton").status_code == 302
    assert Place.objects.get().kind == "borough"


def test_an_organisation_in_use_is_not_deleted(tree, client, publisher):
    tree.programme.attributed_to = tree.trust
    tree.programme.save()
    answer = client.post(screen("organisation", "delete", tree.trust.pk), follow=True)
    assert answer.status_code == 200
    assert Organisation.objects.filter(pk=tree.trust.pk).exists()


def make_figure(**facts):
    """A figure with a source."""
    return ImpactFigure.objects.create(
        **{"value": 250, "counts": "people", "source_title": "A report", **facts}
    )


@pytest.mark.parametrize("model", ["organisation", "person", "place", "impactfigure"])
def test_a_list_costs_as_much_with_many_rows(tree, client, publisher, django_assert_max_num_queries, model):
    def fill(count):
        for number in range(count):
            name = f"{model} {count} {number}"
            slug = name.replace(" ", "-")
            trust = Organisation.objects.create(name=name, slug=slug, kind="other")
            person = Person.objects.create(name=name)
            person.roles.create(kind="chair", organisation=trust)
            Place.objects.create(name=name, slug=slug)
            make_figure(page=tree.programme, organisation=trust)

    url = screen(model, "list")
    fill(2)
    client.get(url)
    with django_assert_max_num_queries(30) as few:
        client.get(url)
    fill(30)
    with django_assert_max_num_queries(len(few)):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("words", ['"', "  ", "riverside", "'; --", "%", "é" * 300])
@pytest.mark.parametrize("model", ["organisation", "person", "place", "impactfigure"])
def test_a_list_is_searched_with_any_words(client, publisher, model, words):
    assert client.get(screen(model, "list"), {"q": words}).status_code == 200


def test_organisations_are_filtered(tree, client, publisher):
    Organisation.objects.create(
        name="Closed Trust", slug="closed", kind="nhs_trust", active_until=date(2001, 1, 1)
    )

    def listed(**filters):
        return client.get(screen("organisation", "list"), filters).content.decode()

    assert "Closed Trust" in listed(kind="nhs_trust")
    assert "Closed Trust" not in listed(kind="foundation_trust")
    assert "Closed Trust" not in listed(partnership_member="true")
    assert "Closed Trust" in listed(active="false")
    assert "Closed Trust" not in listed(active="true")


def test_lists_are_exported(tree, client, publisher):
    answer = client.get(screen("organisation", "list"), {"export": "csv"})
    assert b"RX1" in b"".join(answer.streaming_content)


@pytest.fixture
def figures(tree):
    """A figure that is due to be checked, one that is not, and one that has no date."""
    today = timezone.localdate()
    return (
        make_figure(counts="letters sent long ago", review_on=today),
        make_figure(counts="calls taken lately", review_on=today + timedelta(days=1)),
        make_figure(counts="visits of no date"),
    )


def test_the_list_of_figures_says_which_to_check_and_narrows_to_them(client, publisher, figures):
    everything = client.get(screen("impactfigure", "list")).content.decode()
    assert everything.count("To check") == 1
    due = client.get(screen("impactfigure", "list"), {"due": "true"}).content.decode()
    assert "letters sent long ago" in due
    assert "calls taken lately" not in due
    assert "visits of no date" not in due


def test_the_first_screen_lists_figures_to_check_for_those_who_may_change_them(tree, client, figures):
    for role, sees in (("editors", True), ("publishers", True), ("document_officers", False)):
        client.force_login(make_person(role))
        first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
        assert ("Figures to check" in first_screen) is sees
        assert ("letters sent long ago" in first_screen) is sees
        assert "calls taken lately" not in first_screen


def test_the_first_screen_costs_as_much_with_many_things_to_check(
    tree, client, publisher, django_assert_max_num_queries
):
    today = timezone.localdate()
    make_figure(review_on=today)
    tree.programme.next_review_on = today
    tree.programme.save()
    client.get(reverse("wagtailadmin_home"))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("wagtailadmin_home"))
    for number in range(15):
        make_figure(review_on=today)
        tree.our_work.add_child(
            instance=ProgrammePage(title=f"Programme {number}", slug=f"p-{number}", next_review_on=today)
        )
    with django_assert_max_num_queries(len(few)):
        first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "See all 16" in first_screen


def test_pages_to_review_are_those_that_a_person_may_edit(tree, client):
    today = timezone.localdate()
    for page in (tree.programme, tree.committee, tree.about):
        page.next_review_on = today
        page.save()
    tree.story.next_review_on = today + timedelta(days=1)
    tree.story.save()
    editor = make_person("programme_editors", tree.programme)
    assert [title for _, title, _ in pages_due_review(editor, today)] == ["Nursing"]
    assert pages_due_review(make_person("editors"), today).count() == 3
    client.force_login(editor)
    first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Pages to review" in first_screen
    assert "About us" not in first_screen


def test_the_listing_of_our_work_filters_and_costs_as_much_with_many_rows(
    tree, client, publisher, django_assert_max_num_queries
):
    url = reverse("areas_of_work:index")
    tree.programme.attributed_to = tree.trust
    tree.programme.save()
    client.get(url)
    with django_assert_max_num_queries(40) as few:
        assert "Riverside" in client.get(url).content.decode()
    for number in range(15):
        tree.our_work.add_child(
            instance=ProgrammePage(title=f"Programme {number}", slug=f"p-{number}", attributed_to=tree.trust)
        )
    with django_assert_max_num_queries(len(few)):
        client.get(url)
    kinds = client.get(url, {"kind": "collaborative"}).content.decode()
    assert tree.collaborative.title in kinds
    assert "Programme 1" not in kinds
    assert tree.collaborative.title not in client.get(url, {"organisation": tree.trust.pk}).content.decode()
    assert client.get(url, {"q": 'nur"'}).status_code == 200


def test_the_listing_of_our_work_starts_in_the_order_of_the_public_one(tree, client, publisher):
    for title, owner in (("Theirs", tree.trust), ("Another of ours", None)):
        tree.our_work.add_child(
            instance=ProgrammePage(title=title, slug=title.lower().replace(" ", "-"), attributed_to=owner)
        )
    url = reverse("areas_of_work:index")
    titles = [str(page) for page in client.get(url).context_data["object_list"]]
    assert titles == [tree.collaborative.title, tree.programme.title, "Another of ours", "Theirs"]
    for query in (
        {"ordering": "-title"},
        {"ordering": "nonsense"},
        {"q": "ours", "ordering": "as_published"},
    ):
        assert client.get(url, query).status_code == 200


@pytest.mark.parametrize(
    ("name", "model"),
    [("add_programme", "programmepage"), ("add_collaborative", "providercollaborativepage")],
)
def test_a_page_is_added_from_the_listing_of_our_work(tree, client, publisher, name, model):
    button = reverse(f"areas_of_work:{name}")
    assert f'href="{button}"' in client.get(reverse("areas_of_work:index")).content.decode()
    form = client.get(button)
    if form.status_code == 200:
        form = client.post(button, {"parent_page": tree.our_work.pk})
    assert form.url == reverse("wagtailadmin_pages:add", args=["programmes", model, tree.our_work.pk])


def test_who_may_add_nothing_below_our_work_is_offered_nothing(tree, client):
    client.force_login(make_person("programme_editors", tree.programme))
    html = client.get(reverse("areas_of_work:index")).content.decode()
    assert reverse("areas_of_work:add_programme") not in html
