"""The map of the site that search engines read."""

from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as sitemap_of

from partnership.content.visibility import audience_of

from .models import SiteSettings


class PublicPages(Sitemap):
    """The pages that the public may open now, where search engines are welcome at all."""

    def items(self):
        site = self.get_wagtail_site()
        pages = site.root_page.get_descendants(inclusive=True)
        if SiteSettings.for_site(site).demonstration_site:
            return pages.none()
        return audience_of(self.request).visible(pages).order_by("path").defer_streamfields().specific()


def sitemap(request):
    """The map as XML."""
    return sitemap_of(request, {"pages": PublicPages})
