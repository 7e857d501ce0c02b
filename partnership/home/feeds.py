"""The feed of everything that is new on the site."""

from wagtail.models import Site

from partnership.content.feeds.registry import Asked, Subject, feed

from .models import SiteSettings


@feed("site")
def whole_site(asked: Asked) -> Subject | None:
    """The site, where there is one."""
    site = Site.find_for_request(asked.request)
    if site is None or asked.key or not asked.audience.may_see(site.root_page):
        return None
    return Subject(SiteSettings.for_site(site).partnership_name, site.root_page.get_url(asked.request))
