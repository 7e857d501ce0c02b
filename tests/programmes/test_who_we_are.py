"""People and partner organisations."""

from datetime import date

from programmes.models import Organisation, Role


class PeoplePageTests:
    def test_lists_people_by_organisation_with_their_roles(self, client, site):
        html = client.get(site.people.url).content.decode()
        assert "Alex Example" in html
        assert "Chair" in html
        assert f'href="{site.collaborative.url}"' in html

    def test_leaves_out_roles_that_are_over(self, client, site):
        Role.objects.update(held_until=date(2020, 1, 1))
        assert "Alex Example" not in client.get(site.people.url).content.decode()

    def test_names_no_programme_that_is_not_public(self, client, site):
        site.collaborative.unpublish()
        html = client.get(site.people.url).content.decode()
        assert "Alex Example" in html
        assert site.collaborative.title not in html

    def test_puts_chairs_before_other_roles(self, client, site):
        Role.objects.create(person=site.person, kind="other", title="Adviser", organisation=site.oxleas)
        kinds = [role.kind for role in client.get(site.people.url).context_data["results"]]
        assert kinds == ["chair", "other"]


class PartnersPageTests:
    def test_lists_members_before_others(self, client, site):
        html = client.get(site.partners.url).content.decode()
        assert html.index("Oxleas") < html.index("Organisations we work with") < html.index(site.swl.name)

    def test_leaves_out_the_partnership_itself(self, client, site):
        Organisation.objects.create(
            name="South London Mental Health and Community Partnership", slug="slp", kind="partnership"
        )
        listed = client.get(site.partners.url).context_data["results"]
        assert "slp" not in {organisation.slug for organisation in listed}
        assert client.get("/about/partners/slp/").status_code == 200

    def test_an_organisation_shows_all_that_is_known_of_it(self, client, site):
        html = client.get("/about/partners/oxleas/").content.decode()
        for fact in ("Oxleas NHS Foundation Trust", "foi@oxleas.example", "Merton", "Alex Example"):
            assert fact in html
        for page in (site.collaborative, site.committee, site.publication, site.partners):
            assert f'href="{page.url}"' in html

    def test_an_organisation_shows_its_former_names(self, client, site):
        html = client.get("/about/partners/slam/").content.decode()
        assert "Bethlem and Maudsley, until 1 January 2020" in html

    def test_a_body_that_has_gone_links_to_its_successor(self, client, site):
        Organisation.objects.create(
            name="Old Trust",
            slug="old",
            kind="nhs_trust",
            active_until=date(2019, 3, 31),
            successor=site.slam,
        )
        assert 'href="/about/partners/slam/"' in client.get("/about/partners/old/").content.decode()
        assert 'href="/about/partners/old/"' in client.get("/about/partners/slam/").content.decode()

    def test_an_unknown_organisation_is_not_found(self, client, site):
        assert client.get("/about/partners/nobody/").status_code == 404

    def test_lists_all_that_it_took_over_from(self, client, site):
        for name in ("First Trust", "Second Trust"):
            Organisation.objects.create(
                name=name,
                slug=name[:5].lower(),
                kind="nhs_trust",
                successor=site.slam,
                active_until=date(2019, 3, 31),
            )
        html = client.get("/about/partners/slam/").content.decode()
        facts = html[html.index("Took over from") :]
        assert "First Trust" in facts
        assert "Second Trust" in facts
