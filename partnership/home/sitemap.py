"""The map of the site that search engines read: an index of lists, each with a part of the public pages."""

from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Max
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as sitemap_of

from partnership.content.public_address import public_address
from partnership.content.visibility import audience_of

from .models import SiteSettings


class PublicPages(Sitemap):
    """The pages that the public may open now, where search engines are welcome at all."""

    # A list is made in one request.
    limit = 1000

    def pages(self):
        """The same, not read yet."""
        site = self.get_wagtail_site()
        pages = site.root_page.get_descendants(inclusive=True)
        if SiteSettings.for_site(site).demonstration_site:
            return pages.none()
        return audience_of(self.request).visible(pages)

    def items(self):
        return self.pages().order_by("path").defer_streamfields().specific()


def sitemap_index(request):
    """The index of the lists, with the moment of the latest publication."""
    public = PublicPages(request)
    latest = public.pages().aggregate(latest=Max("last_published_at"))["latest"]
    pages = reverse("sitemap_pages")
    addresses = [pages, *(f"{pages}?p={number}" for number in range(2, public.paginator.num_pages + 1))]
    items = [SitemapIndexItem(public_address(address), latest) for address in addresses]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


def sitemap_pages(request):
    """A list of pages; `?p=` says which."""
    return sitemap_of(request, {"pages": PublicPages})
