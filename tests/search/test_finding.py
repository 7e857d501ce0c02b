"""What is found by which words, and in which order."""

import pytest

from documents.models import PublicationIndexPage, PublicationPage
from meetings.models import CommitteePage, MeetingsIndexPage
from partnership.content.visibility import Audience
from partnership.search.finding import find
from programmes.models import (
    Organisation,
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    Person,
    ProgrammePage,
    ProviderCollaborativePage,
    Role,
    StoryPage,
)


def titles(words, **narrowing):
    """The titles of what is found, best first."""
    return [hit.title for hit in find(words, Audience(), **narrowing)[0:20]]


@pytest.fixture
def eating(page):
    """Pages of every sort about one thing."""
    work = page("Our work", model=OurWorkIndexPage)
    publications = page("Publications", model=PublicationIndexPage)
    meetings = page("Meetings", model=MeetingsIndexPage)
    return [
        page("Eating well", summary="Eating, for staff."),
        page("Adult eating disorders", work, ProviderCollaborativePage, summary="Specialist eating care."),
        page("Eating in hospital", work, ProgrammePage),
        page("How eating changed", work, StoryPage),
        page("Review of eating disorders", publications, PublicationPage),
        page("Eating disorders committee", meetings, CommitteePage),
    ]


@pytest.fixture
def partners(page):
    """Where the site shows its organisations and its people."""
    about = page("About us", slug="about")
    page("Who we are", about, PeoplePage, slug="people")
    return page("Partners", about, PartnersPage, slug="partners")


def test_pages_of_every_type_are_found(eating):
    assert sorted(titles("eating")) == sorted(found.title for found in eating)


def test_an_organisation_is_found_where_the_site_shows_it(partners, read):
    Organisation.objects.create(
        name="Healthwatches in south London", slug="healthwatches", kind="healthwatch"
    )
    read()
    [hit] = find("healthwatch", Audience())[0:10]
    assert (hit.title, hit.url) == ("Healthwatches in south London", "/about/partners/healthwatches/")
    assert (hit.kind, hit.trail) == ("Organisation", ["About us", "Partners"])


def test_an_organisation_is_found_by_a_name_it_had(partners, read):
    trust = Organisation.objects.create(name="Riverside Trust", slug="riverside", kind="nhs_trust")
    trust.former_names.create(name="Meadow Hospitals", until="2020-01-01")
    trust.save()
    read()
    assert titles("meadow") == ["Riverside Trust"]


def test_a_person_is_found_by_name_while_in_a_role(partners, read):
    trust = Organisation.objects.create(name="Riverside Trust", slug="riverside", kind="nhs_trust")
    person = Person.objects.create(name="Alex Example")
    role = Role.objects.create(person=person, organisation=trust, kind="chair")
    read()
    [hit] = find("alex example", Audience())[0:10]
    assert (hit.kind, hit.url) == ("Person", "/about/people/#s-riverside")
    Role.objects.filter(pk=role.pk).update(held_until="2020-01-01")
    assert titles("alex example") == []


@pytest.mark.parametrize("words", ["NHS111", "nhs 111", "nhs111", "111", "NHS-111"])
def test_letters_and_digits_are_found_apart_and_together(page, words):
    page("Calling NHS111")
    page("Calls", summary="Ring NHS 111 first.")
    assert sorted(titles(words)) == ["Calling NHS111", "Calls"]


@pytest.mark.parametrize("words", ["coproduction", "co-production", "co production"])
def test_a_hyphen_is_no_hindrance(page, words):
    page("Co-production")
    assert titles(words) == ["Co-production"]


def test_the_forms_of_a_word_are_found_by_each_other(page):
    page("A review of reviews")
    assert titles("reviewing") == ["A review of reviews"]


def test_the_best_comes_first(page):
    page("Careers", summary="Work in nursing, in forensic services, in many other places of ours.")
    page("Forensic nursing", summary="Forensic nursing in south London.")
    assert titles("forensic nursing") == ["Forensic nursing", "Careers"]


def test_a_phrase_is_found_as_it_stands(page):
    page("Adult secure care")
    page("Secure homes for an adult")
    assert titles('"adult secure"') == ["Adult secure care"]
    assert len(titles("adult secure")) == 2


def test_either_word_and_never_another(page):
    page("Eating disorders")
    page("Forensic care")
    page("Forensic committee")
    assert sorted(titles("eating or forensic")) == ["Eating disorders", "Forensic care", "Forensic committee"]
    assert titles("forensic not committee") == ["Forensic care"]
    assert titles("forensic -committee") == ["Forensic care"]


def test_all_words_are_asked_for_and_any_of_them_where_nothing_has_all(eating):
    assert titles("eating committee") == ["Eating disorders committee"]
    found = find("eating zebra", Audience())
    assert "Eating well" in [hit.title for hit in found[0:10]]
    assert found.partly


def test_it_narrows_by_kind_and_keeps_count(eating):
    counts = find("eating", Audience()).facet_counts
    assert counts["kind"] == {"page": 1, "programme": 2, "story": 1, "publication": 1, "committee": 1}
    assert counts["section"]["our-work"] == 3
    assert titles("eating", filters={"kind": "publication"}) == ["Review of eating disorders"]


def test_the_latest_comes_first_on_request(page):
    publications = page("Publications", model=PublicationIndexPage)
    for year in (2020, 2023, 2021):
        page(f"Plan {year}", publications, PublicationPage, published_on=f"{year}-05-01")
    page("A plan without a date")
    assert titles("plan", order="date") == ["Plan 2023", "Plan 2021", "Plan 2020", "A plan without a date"]


def test_the_sentence_that_was_found_is_shown_and_marked(page):
    page("Wards", summary="Nothing. The garden opened in May for everybody on the wards. No.")
    [hit] = find("gardens", Audience())[0:1]
    assert hit.sentence.pieces == [
        ("The ", False),
        ("garden", True),
        (" opened in May for everybody on the wards.", False),
    ]


def test_a_long_sentence_is_cut_around_what_was_found(page):
    page("Wards", body=[("paragraph", f"<p>{'so ' * 300} garden {'on ' * 300}</p>")], model=ProgrammePage)
    [hit] = find("garden", Audience())[0:1]
    assert len(str(hit.sentence)) < 260
    assert ("garden", True) in hit.sentence.pieces
