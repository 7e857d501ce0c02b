"""What every page answers to, before its own code is asked."""

from django.conf import settings
from django.http import Http404
from django.utils.cache import add_never_cache_headers
from wagtail import hooks

from .copying import refuse_to_publish_private_copies
from .rich_text import EditorName, ReadersPageLinkHandler
from .visibility import audience_of


@hooks.register("before_serve_page")
def only_what_may_be_seen_now(page, request, serve_args, serve_kwargs):
    """Answer 404 for a page whose time is over, and for one that mirrors a private page.

    Wagtail itself serves both: the first until a command runs, the second always. A private page's own
    log-in comes next.
    """
    audience = audience_of(request)
    if not audience.is_its_time(page):
        raise Http404("This page is not published now.")
    if audience.is_closed(page) and not page.get_view_restrictions().exists():
        raise Http404("This page mirrors a private one.")
    page.found_open = not audience.is_closed(page)


@hooks.register("on_serve_page")
def keep_answers_to_staff_out_of_caches(serve):
    """Tell caches to keep nothing that was answered to somebody who is signed in."""

    def inner(page, request, serve_args, serve_kwargs):
        response = serve(page, request, serve_args, serve_kwargs)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            add_never_cache_headers(response)
        return response

    return inner


@hooks.register("register_rich_text_features", order=1)
def links_to_open_pages(features):
    """Draw links to pages for those who may open them; Wagtail registers its own before."""
    features.register_link_type(ReadersPageLinkHandler)


@hooks.register("register_rich_text_features")
def name_of_a_text(features):
    """Name the fields for longer texts, which Wagtail leaves without a name that a screen reader could say."""
    features.register_editor_plugin("draftail", "name", EditorName())


hooks.register("before_copy_page", refuse_to_publish_private_copies)
