"""The pages below a committee on which each organisation has the decisions of its own committee."""

from django.db import models
from django.http import Http404
from wagtail.url_routing import RouteResult

from partnership.content.visibility import may_open

DECISIONS_SLUG = "decisions"
CSV_SLUG = "csv"


class DecisionExtracts(models.Model):
    """A committee whose decisions each of its organisations can read by itself, as a page and as a table."""

    class Meta:
        abstract = True

    def route(self, request, path_components):
        """Lead to an organisation's decisions (decisions/oxleas/), or to its table (decisions/oxleas/csv/)."""
        match path_components:
            case [slug, organisation] if slug == DECISIONS_SLUG:
                return RouteResult(self, kwargs={"decisions_of": organisation})
            case [slug, organisation, ending] if slug == DECISIONS_SLUG and ending == CSV_SLUG:
                return RouteResult(self, kwargs={"decisions_of": organisation, "as_csv": True})
        return super().route(request, path_components)

    def serve(self, request, *args, decisions_of: str = "", as_csv: bool = False, **kwargs):
        if not decisions_of:
            return super().serve(request, *args, **kwargs)
        if not may_open(request, self):
            raise Http404("There is no such page.")
        # It reads pages of this type, so it stands on it.
        from .extracts import decisions_csv, decisions_page

        return (decisions_csv if as_csv else decisions_page)(request, self, decisions_of)
