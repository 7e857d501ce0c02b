"""Phone numbers that a phone can dial."""

import re

from django import template

register = template.Library()


@register.filter
def phone_link(number: str) -> str:
    """The tel: address of a number as people write it: "020 3513 5000 (option 2)" dials 02035135000."""
    without_asides = re.sub(r"\(0\)|\(.*?\)", "", number)
    first = re.match(r"\s*\+?[\d\s().-]*", without_asides)[0]
    return "tel:" + re.sub(r"[^\d+]", "", first)
