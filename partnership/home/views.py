"""Screens outside the page tree."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from wagtail.models import Site

from partnership.content.public_address import public_address
from partnership.jobs.health import problems

from .models import SiteSettings

# Whoever keeps a copy of whom to tell should ask again after that long.
CONTACT_HOLDS = timedelta(days=90)


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


def security(request):
    """Whom to tell of a weakness of this site (RFC 9116); 404 where the site settings name nobody."""
    site = Site.find_for_request(request)
    contact = SiteSettings.for_site(site).security_contact if site else ""
    if not contact:
        raise Http404("The site settings name nobody.")
    # By the day, so that it is the same for all who ask on a day.
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + CONTACT_HOLDS
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {public_address('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
