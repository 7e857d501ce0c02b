"""Who we are: the people and the organisations, from the data."""

from django.http import Http404
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from .areas_of_work import AreaOfWorkPage
from .organisations import Organisation
from .people import Role
from .stories import StoryPage


class PeoplePage(BasePage):
    """Who we are: people by role and organisation."""

    subpage_types = []
    max_count = 1

    class Meta:
        verbose_name = "people (who we are)"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        roles = list(
            Role.objects.held_on(timezone.localdate())
            .select_related("person__photo", "organisation", "area_of_work")
            .order_by("organisation__name", "kind", "person__name")
        )
        areas = AreaOfWorkPage.objects.filter(pk__in={role.area_of_work_id for role in roles} - {None})
        visible = set(audience_of(request).visible(areas).values_list("pk", flat=True))
        for role in roles:
            # A role's programme is named only where its page is public.
            role.shown_area = role.area_of_work if role.area_of_work_id in visible else None
        context["roles"] = roles
        return context


class PartnersPage(RoutablePageMixin, BasePage):
    """The partner organisations, each with a page of what it takes part in."""

    subpage_types = []
    max_count = 1

    class Meta:
        verbose_name = "partner organisations"

    @path("")
    def all_partners(self, request):
        """The list of organisations: members of the partnership first, then those that take part in its work."""
        organisations = Organisation.objects.active_on(timezone.localdate()).order_by(
            "-partnership_member", "name"
        )
        return self.render(request, context_overrides={"organisations": organisations})

    @path("<slug:slug>/", name="partner")
    def one_partner(self, request, slug):
        """What one organisation takes part in, and how to reach it."""
        organisation = (
            Organisation.objects.filter(slug=slug)
            .select_related("logo", "successor")
            .prefetch_related("contact_routes", "former_names", "places", "predecessors")
            .first()
        )
        if organisation is None:
            raise Http404("No such organisation.")
        audience = audience_of(request)
        areas = audience.visible(AreaOfWorkPage.objects.involving(organisation)).for_listing()
        return self.render(
            request,
            context_overrides={
                "organisation": organisation,
                "areas_of_work": areas.order_by("kind", "path"),
                "stories": audience.visible(StoryPage.objects.filter(attributed_to=organisation)),
                "roles": organisation.roles.held_on(timezone.localdate()).select_related("person"),
            },
            template="programmes/organisation.html",
        )
