"""Public lists with filters: plain addresses that work without scripts."""

from django.forms import Select
from django.http import HttpResponse

from .pagination import page_of


def dropdown() -> Select:
    """A drop-down list in the look of NHS.UK."""
    return Select(attrs={"class": "nhsuk-select app-filters__select"})


def bad_filters(filters) -> HttpResponse:
    """The answer to the address of a table with a value that is not offered: which, and status 400."""
    said = [
        f"{filters.form.fields[name].label}: {' '.join(errors)}" for name, errors in filters.errors.items()
    ]
    return HttpResponse("\n".join(said), status=400, content_type="text/plain; charset=utf-8")


class FilteredListMixin:
    """A page that lists things by filters in its address (?kind=review); mixed into a page type.

    An address with an unknown value is answered with what is wrong, beside the field, and status 400.
    """

    PER_PAGE = 20

    def filtered(self, filters, request, results=None) -> dict:
        """What its template needs to show a FilterSet and one page of its results, or of `results` among them."""
        return {
            "filters": filters,
            "is_filtered": any(request.GET.get(name) for name in filters.filters),
            "results": page_of(filters.qs if results is None else results, request, self.PER_PAGE),
        }

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        # A table to download has no context.
        filters = getattr(response, "context_data", {}).get("filters")
        if filters and not filters.is_valid():
            response.status_code = 400
        return response
