"""What a lost reader sees while the site is being worked on."""

from django.http import Http404
from django.views.defaults import page_not_found


class OwnNotFoundPage:
    """Shows the site's own “page not found” where Django, when debugging, would show a list of addresses.

    A newcomer then meets what the public meets; errors of ours keep Django's page. Stands last in MIDDLEWARE, so that
    missing slashes and redirects are still tried after it. Not for production, which needs none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # An address that leads to no view never reaches process_exception.
        if response.status_code == 404 and request.resolver_match is None:
            return page_not_found(request, Http404())
        return response

    def process_exception(self, request, exception):
        """Answer a view that found nothing."""
        return page_not_found(request, exception) if isinstance(exception, Http404) else None
