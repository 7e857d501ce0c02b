"""Who we are: the people and the organisations, from the data."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q
from django.http import Http404
from django.utils import timezone
from wagtail.admin.panels import HelpPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import ModelLogEntry

from partnership.content.models import BasePage
from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of
from partnership.home.models import SiteSettings

from ..structured_data import organisation_data
from .areas_of_work import AreaOfWorkPage
from .organisations import Organisation
from .people import Role
from .stories import StoryPage


def with_shown_areas(roles, audience) -> list[Role]:
    """The roles, each with the programme to name beside it: only one whose page this audience may open."""
    roles = list(roles)
    for role in roles:
        area = role.area_of_work
        role.shown_area = area if area and audience.may_see(area) else None
    return roles


class PeoplePage(BasePage):
    """Who we are: people by role and organisation."""

    is_landmark = True
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    max_count = 1
    PER_PAGE = 60

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(
            heading="The people",
            content="<p>The list makes itself from the roles held today. Keep them under "
            "<strong>Our work data</strong>, <strong>People</strong>.</p>",
        ),
    ]

    class Meta:
        verbose_name = "people (who we are)"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        today = timezone.localdate(audience.now)
        roles = Role.objects.held_on(today).for_listing().select_related("organisation__successor")
        results = page_of(
            roles.select_related("area_of_work").in_order(
                "-organisation__partnership_member", "organisation__name"
            ),
            request,
            self.PER_PAGE,
        )
        results.object_list = with_shown_areas(results.object_list, audience)
        context["results"] = results
        context["today"] = today
        return context


class PartnersPage(RoutablePageMixin, BasePage):
    """The partner organisations, each with a page of what it takes part in."""

    is_landmark = True
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    max_count = 1
    PER_PAGE = 60
    AREAS_SHOWN = 60
    STORIES_SHOWN = 12

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(
            heading="The organisations",
            content="<p>The list and the page of each organisation make themselves. Keep them under "
            "<strong>Our work data</strong>, <strong>Organisations</strong>; the part that each plays is kept on the "
            "programme or collaborative.</p>",
        ),
    ]

    class Meta:
        verbose_name = "partner organisations"

    def get_sitemap_urls(self, request=None):
        own = super().get_sitemap_urls(request)
        if not own:
            return []
        kind = ContentType.objects.get_for_model(Organisation)
        changes = ModelLogEntry.objects.filter(content_type=kind).order_by().values_list("object_id")
        changed_at = dict(changes.annotate(at=Max("timestamp")))
        organisations = Organisation.objects.order_by("slug").values_list("pk", "slug")
        return own + [
            {"location": f"{own[0]['location']}{slug}/", "lastmod": changed_at.get(str(pk))}
            for pk, slug in organisations
        ]

    @path("")
    def all_partners(self, request):
        """The list of organisations: members of the partnership first, then those that take part in its work."""
        today = timezone.localdate(audience_of(request).now)
        # The partnership publishes and is named as other bodies are, but it is no partner of its own.
        itself = SiteSettings.for_request(request).partnership_name
        organisations = (
            Organisation.objects.with_membership_on(today)
            .active_on(today)
            .exclude(name=itself)
            .order_by("-is_member", "name")
        )
        return self.render(
            request, context_overrides={"results": page_of(organisations, request, self.PER_PAGE)}
        )

    @path("<slug:slug>/", name="partner")
    def one_partner(self, request, slug):
        """What one organisation takes part in, and how to reach it."""
        audience = audience_of(request)
        today = timezone.localdate(audience.now)
        # The body and those it took over from, in one query.
        bodies = (
            Organisation.objects.with_membership_on(today)
            .filter(Q(slug=slug) | Q(successor__slug=slug))
            .select_related("logo", "successor")
            .prefetch_related("logo__renditions", "contact_routes", "former_names", "places")
        )
        organisation = next((body for body in bodies if body.slug == slug), None)
        if organisation is None:
            raise Http404("No such organisation.")
        areas = audience.visible(AreaOfWorkPage.objects.involving(organisation)).for_listing()
        stories = audience.visible(StoryPage.objects.filter(attributed_to=organisation))
        roles = organisation.roles.held_on(today).for_listing()
        return self.render(
            request,
            context_overrides={
                "organisation": organisation,
                "shared_title": organisation.name,
                "shared_description": organisation.description,
                "structured_data": [organisation_data(organisation, request.path)],
                "predecessors": [body for body in bodies if body != organisation],
                "has_closed": organisation.had_closed_on(today),
                "today": today,
                "areas_of_work": areas.in_order()[: self.AREAS_SHOWN],
                "stories": stories.for_listing()[: self.STORIES_SHOWN],
                "roles": with_shown_areas(roles.select_related("area_of_work").in_order(), audience),
            },
            template="programmes/organisation.html",
        )
