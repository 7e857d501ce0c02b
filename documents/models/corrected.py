"""That a publication changes after it was public only with a word to the public."""

from django.db import models
from wagtail.url_routing import RouteResult

# Below a publication, the addresses of its earlier versions.
VERSIONS_SLUG = "versions"


class Corrected(models.Model):
    """A publication whose changes are told to the public, and whose earlier versions stay readable."""

    change_note = models.CharField(
        "what has changed",
        max_length=300,
        blank=True,
        help_text="In a sentence for the public, such as “The figure for May was 12, not 21.” It is shown on the page "
        "with its date, beside the earlier version.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        # It reads both texts of this page, so it stands on its model.
        from ..corrections.changes import lacks_note

        problems = super().publishing_problems(rows)
        if problem := lacks_note(self, rows):
            problems["change_note"] = problem
        return problems

    def route(self, request, path_components):
        """Lead to an earlier version (versions/2/), or to what was changed in it (versions/2/changes/)."""
        match path_components:
            case [slug, number] if slug == VERSIONS_SLUG and number.isdecimal() and len(number) < 6:
                return RouteResult(self, kwargs={"edition": int(number)})
            case [slug, number, "changes"] if (
                slug == VERSIONS_SLUG and number.isdecimal() and len(number) < 6
            ):
                return RouteResult(self, kwargs={"edition": int(number), "changes": True})
        return super().route(request, path_components)

    def serve(self, request, *args, edition: int | None = None, changes: bool = False, **kwargs):
        if edition is None:
            return super().serve(request, *args, **kwargs)
        from ..corrections.views import earlier_version, what_changed

        return (what_changed if changes else earlier_version)(request, self, edition)
