"""What the search finds of our work: its pages, the partner organisations and the people."""

from django.utils import timezone

from partnership.search.registry import (
    Facet,
    Offer,
    Source,
    facts_of,
    register_facet,
    register_kind,
    register_source,
)

from .models import AreaOfWorkPage, Organisation, PartnersPage, PeoplePage, Person, Role, StoryPage


def slugs(*organisations) -> list[str]:
    """The names in addresses of organisations, for those that there are."""
    return [organisation.slug for organisation in organisations if organisation]


@facts_of(AreaOfWorkPage)
def area_of_work(page) -> dict:
    """A programme or a collaborative: whose it is, who takes part, and where."""
    parts = page.organisation_parts.select_related("organisation")
    return {
        "weight": 1.3,
        "facets": {
            "kind": ["programme"],
            "programme": [page.slug],
            "organisation": slugs(page.attributed_to, *(part.organisation for part in parts)),
        },
        "more_text": "\n".join(
            filter(
                None,
                [
                    page.ended_reason,
                    *(f"{part.organisation}. {part.description}" for part in parts),
                    *(f"{milestone.title}. {milestone.description}" for milestone in page.milestones.all()),
                    ", ".join(place.name for place in page.places.all()),
                ],
            )
        ),
    }


@facts_of(StoryPage)
def story(page) -> dict:
    """An example of work."""
    return {
        "dated_on": page.dated_on,
        "facets": {
            "kind": ["story"],
            "programme": [area.slug for area in page.areas_of_work.all()],
            "organisation": slugs(page.attributed_to),
        },
    }


@register_source
class Organisations(Source):
    """The organisations that have a page among the partners."""

    kind = "organisation"
    watches = (Organisation,)

    def keys(self):
        return Organisation.objects.order_by("pk").values_list("pk", flat=True)

    def keys_on(self, page_keys):
        return self.keys() if PartnersPage.objects.filter(pk__in=page_keys).exists() else []

    def offers(self, keys, audience):
        page = audience.visible(PartnersPage.objects.all()).first()
        organisations = Organisation.objects.filter(pk__in=keys).prefetch_related("former_names", "places")
        for organisation in organisations if page else ():
            former = [f"Formerly {name.name}." for name in organisation.former_names.all()]
            places = ", ".join(place.name for place in organisation.places.all())
            yield Offer(
                key=organisation.pk,
                page_id=page.pk,
                address=f"{organisation.slug}/",
                title=organisation.name,
                text="\n".join(
                    filter(
                        None,
                        [
                            organisation.description,
                            organisation.short_name,
                            *former,
                            places,
                            organisation.ods_code,
                        ],
                    )
                ),
                facets={"kind": ["organisation"], "organisation": [organisation.slug]},
                weight=1.3,
            )


@register_source
class People(Source):
    """The people who hold a role today."""

    kind = "person"
    watches = (Person, Role)

    def keys(self):
        return Person.objects.order_by("pk").values_list("pk", flat=True)

    def stale_keys(self, instance):
        return [instance.person_id if isinstance(instance, Role) else instance.pk]

    def visible(self, keys, audience):
        today = timezone.localdate(audience.now)
        return set(Role.objects.held_on(today).filter(person__in=keys).values_list("person", flat=True))

    def keys_on(self, page_keys):
        return self.keys() if PeoplePage.objects.filter(pk__in=page_keys).exists() else []

    def offers(self, keys, audience):
        page = audience.visible(PeoplePage.objects.all()).first()
        today = timezone.localdate(audience.now)
        roles = Role.objects.held_on(today).select_related("organisation")
        for person in Person.objects.filter(pk__in=keys) if page else ():
            held = list(roles.filter(person=person))
            if held:
                yield Offer(
                    key=person.pk,
                    page_id=page.pk,
                    address=f"#s-{held[0].organisation.slug}",
                    title=person.name,
                    text="\n".join(filter(None, [*(f"{role}." for role in held), person.biography])),
                    facets={
                        "kind": ["person"],
                        "organisation": [role.organisation.slug for role in held],
                    },
                )


register_facet(
    Facet(
        "organisation",
        "Organisation",
        order=40,
        names=lambda audience, values: Organisation.objects.filter(slug__in=values).values_list(
            "slug", "name"
        ),
    )
)
register_facet(
    Facet(
        "programme",
        "Programme or collaborative",
        order=30,
        names=lambda audience, values: audience.visible(
            AreaOfWorkPage.objects.filter(slug__in=values)
        ).values_list("slug", "title"),
    )
)
register_kind("programme", "Programme or collaborative", "Programmes and collaboratives")
register_kind("story", "Example of our work", "Examples of our work")
register_kind("organisation", "Organisation", "Organisations")
register_kind("person", "Person", "People")
