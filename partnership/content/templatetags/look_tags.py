"""What a page's head links to."""

from django import template
from django.conf import settings

from ..look import OUR_STYLES

register = template.Library()


@register.simple_tag
def stylesheets() -> list[str]:
    """The static names of the styles, in order: one file, or the parts as they are being written on."""
    return ["look/nhsuk.css", *OUR_STYLES] if settings.DEBUG else ["look/site.css"]
