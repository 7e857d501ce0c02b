"""What a reader finds on the page of a programme or a collaborative."""

from datetime import date

from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from programmes.models import Milestone, Organisation, OrganisationPart


def text_of(client, page) -> str:
    """The page as served."""
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


class CollaborativePageTests:
    def test_shows_what_it_is_and_whom_it_serves(self, client, site):
        html = text_of(client, site.collaborative)
        for fact in ("Provider collaborative", "Adult secure", "3.6 million people", "Merton"):
            assert fact in html

    def test_shows_who_takes_part_and_how(self, client, site):
        html = text_of(client, site.collaborative)
        assert "Lead provider" in html
        assert "Runs the wards" in html
        assert 'href="/about/partners/slam/"' in html

    def test_puts_those_who_play_the_same_part_under_one_heading(self, client, site):
        for name in ("Third", "Fourth"):
            other = Organisation.objects.create(name=f"{name} Trust", slug=name.lower(), kind="nhs_trust")
            OrganisationPart.objects.create(
                area_of_work=site.collaborative, organisation=other, part="member"
            )
        OrganisationPart.objects.filter(part="lead_provider").update(sort_order=9)
        page = BeautifulSoup(text_of(client, site.collaborative), "html.parser")
        parts = page.find(id="s-organisations").find_parent("section")
        assert [heading.text for heading in parts.find_all("h3")] == ["Lead provider", "Members"]
        assert parts.text.count("Member") == 1

    def test_does_not_say_partner_for_every_partner(self, client, site):
        OrganisationPart.objects.create(
            area_of_work=site.workstream, organisation=site.oxleas, part="partner"
        )
        page = BeautifulSoup(text_of(client, site.workstream), "html.parser")
        parts = page.find(id="s-organisations").find_parent("section")
        assert " ".join(parts.text.split()) == "Partner organisations Oxleas NHS Foundation Trust"

    def test_shows_what_is_commissioned_and_from_whom(self, client, site):
        html = text_of(client, site.collaborative)
        assert "Services commissioned" in html
        assert "Beds" in html

    def test_shows_its_milestones_with_dates_for_machines(self, client, site):
        assert '<time datetime="2017">2017</time>' in text_of(client, site.collaborative)

    def test_shows_who_leads_it_and_that_they_are_invented(self, client, site):
        html = text_of(client, site.collaborative)
        assert "Alex Example" in html
        assert "Demonstration only" in html

    def test_shows_what_other_sections_know_of_it(self, client, site):
        html = text_of(client, site.collaborative)
        for page in (site.story, site.publication, site.committee):
            assert f'href="{page.url}"' in html

    def test_shows_its_figures_with_source_and_owner(self, client, site):
        html = text_of(client, site.collaborative)
        assert "81 million" in html
        assert f"Figure of {site.swl.name}" in html
        assert f'Source: <a href="{site.story.url}"' in html

    def test_names_no_story_that_is_private(self, client, site):
        PageViewRestriction.objects.create(page=site.story, restriction_type=PageViewRestriction.LOGIN)
        assert site.story.title not in text_of(client, site.collaborative)

    def test_names_no_story_that_is_a_draft(self, client, site):
        site.story.unpublish()
        assert site.story.title not in text_of(client, site.collaborative)

    def test_can_be_previewed_with_what_is_not_saved_yet(self, site):
        page = site.collaborative.get_latest_revision_as_object()
        page.title = "Renamed"
        page.milestones.add(Milestone(happened_on=date(2024, 5, 1), precision="month", title="Moved"))
        html = page.make_preview_request().content.decode()
        assert "Renamed" in html
        assert "May 2024" in html


class EndedProgrammeTests:
    def test_says_first_that_it_has_ended_and_why(self, client, site):
        html = text_of(client, site.programme)
        assert html.index("Decommissioned") < html.index("Milestones")
        assert '<time datetime="2019-03">March 2019</time>' in html
        assert "It was reviewed and will not return." in html

    def test_calls_organisations_by_their_names_of_that_time(self, client, site):
        html = text_of(client, site.programme)
        assert "Bethlem and Maudsley" in html[html.index('id="s-organisations"') :]


class WorkOfOthersTests:
    def test_says_whose_work_it_is(self, client, site):
        html = text_of(client, site.workstream)
        assert "This page is about another organisation’s work" in html
        assert site.swl.name in html

    def test_never_says_we(self, client, site):
        main = text_of(client, site.workstream).split("<main", 1)[1].split("</main>")[0].lower()
        assert " we " not in main
        assert " our " not in main


class StoryPageTests:
    def test_is_dated_and_attributed_by_the_name_of_that_time(self, client, site):
        html = text_of(client, site.story)
        assert '<time datetime="2019-05-04">4 May 2019</time>' in html
        assert "Bethlem and Maudsley" in html

    def test_links_to_the_work_it_is_an_example_of(self, client, site):
        assert f'href="{site.collaborative.url}"' in text_of(client, site.story)


class DemonstrationTests:
    def test_says_plainly_that_no_reason_was_published(self, client, demonstration_site):
        html = client.get("/our-work/serenity-integrated-mentoring/").content.decode()
        assert "What it has published gives no reason." in html

    def test_names_a_committee_that_is_plainly_invented(self, client, demonstration_site):
        html = client.get("/our-work/camhs-tier-4/").content.decode()
        assert "Oversight committee (demonstration only)" in html[html.index("Who oversees it") :]

    def test_makes_up_nothing_about_the_meeting_that_was_announced(self, client, demonstration_site):
        html = client.get("/meetings/partnership-committees/2023-09-27/").content.decode()
        assert "announced for 9am to 9.45am" in html
        assert "taken down" not in html
