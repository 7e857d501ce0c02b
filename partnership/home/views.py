"""Screens outside the page tree."""

from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from wagtail.models import Site

from partnership.content.public_address import public_address
from partnership.jobs.health import problems

from .models import SiteSettings


def health(request):
    """Whether this process serves and reaches its database; for load balancers. 503 where it does not.

    With `?deep=1` also whether the background lives; for monitors, who should not take the site down for it.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database unreachable"}, status=503)
    if request.GET.get("deep") and (found := problems(timezone.now())):
        return JsonResponse({"status": "background in trouble", "problems": found}, status=503)
    return JsonResponse({"status": "ok"})


def robots(request):
    """What search engines may read."""
    site = Site.find_for_request(request)
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Disallow: /sign-in/"]
    if site and SiteSettings.for_site(site).demonstration_site:
        lines = ["User-agent: *", "Disallow: /"]
    lines.append(f"Sitemap: {public_address('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
