"""The addresses that others are told: search engines, and whoever reads our e-mails."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri


def public_address(path: str) -> str:
    """The whole address of a path of this site, on the one host that the site is known by."""
    return urljoin(settings.PUBLIC_BASE_URL, iri_to_uri(path))
