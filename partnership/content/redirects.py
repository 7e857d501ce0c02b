"""Redirects lead only to pages that their reader may open: where a page went in private is nobody's business."""

from urllib.parse import urlparse

from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from .visibility import may_open


class ReadersRedirects(RedirectMiddleware):
    """Wagtail's middleware, which makes a redirect by itself when a page moves and names the new address to all."""

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is response:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        followed = get_redirect(request, path) or get_redirect(request, urlparse(path).path)
        page = followed.redirect_page
        return response if page and not may_open(request, page) else answer
