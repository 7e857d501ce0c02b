"""Feeds, announced in the head of a page and named in its words."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def feed_address(kind, key="", query="") -> str:
    """Where a feed is: {% feed_address "committee" page.pk as address %}."""
    path = reverse("feed_of", args=[kind, key]) if key else reverse("feed", args=[kind])
    return f"{path}?{query}" if query else path


@register.simple_tag
def feed_link(kind, key="", title="", query="") -> str:
    """The line in a page's head by which programmes find a feed; nothing for a page that was never saved."""
    if key is None:
        return ""
    address = feed_address(kind, key, query)
    return format_html(
        '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">', title, address
    )
