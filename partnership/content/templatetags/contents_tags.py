"""“On this page”, for pages that are put together of sections."""

import re

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

register = template.Library()

# Fewer sections than this need no list.
SECTIONS_WORTH_LISTING = 3
SECTION = re.compile(r'<h2 class="app-section-heading" id="([\w-]+)">(.*?)</h2>', re.DOTALL)


@register.simple_block_tag
def on_this_page(content, beside=True):
    """What it encloses with a list of the sections that are in it, so that no section is named that is not there.

    The list comes first, and on a wide screen stands `beside` it.
    """
    # The words come from what was drawn, so they are escaped already.
    sections = [
        {"anchor": anchor, "text": mark_safe(words.strip())}  # noqa: S308
        for anchor, words in SECTION.findall(content)
    ]
    listed = sections if len(sections) >= SECTIONS_WORTH_LISTING else []
    return render_to_string(
        "components/on_this_page.html", {"sections": listed, "content": content, "beside": beside}
    )
