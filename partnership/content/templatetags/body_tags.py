"""A page's body, with anchors on its headings and a list of its sections where it is long."""

from django import template
from django.utils.text import slugify

from ..links import look_up_links

register = template.Library()

# Fewer sections than this fit on a screen or two, and need no list.
SECTIONS_WORTH_LISTING = 3
# The page's own title is the first level of its outline.
TITLE_LEVEL = 1
SECTION_LEVEL = 2
# Anchors of the frame, which a heading of the same words must not take.
FRAME_ANCHORS = {
    "footer-contact",
    "footer-links",
    "header-search",
    "maincontent",
    "on-this-page",
    "related-links",
    "site-menu",
    "urgent-help",
}


@register.inclusion_tag("components/body.html", takes_context=True)
def body(context, stream, contents=True):
    """Draw a body's blocks. `contents` says whether a long one is listed under “on this page”.

    A block with a heading of its own takes `heading_level`, one below the heading that it stands under.
    """
    look_up_links(stream)
    taken = set(FRAME_ANCHORS)
    around = context.flatten()
    sections, parts, level = [], [], TITLE_LEVEL
    for block in stream or []:
        anchor = ""
        if block.block_type == "heading":
            anchor = free_anchor(block.value["text"], taken)
            # No level is left out, or the outline that screen readers offer would have holes.
            level = min(int(block.value["level"]), level + 1)
            if level == SECTION_LEVEL:
                sections.append({"anchor": anchor, "text": block.value["text"]})
        own_level = level if block.block_type == "heading" else level + 1
        html = block.render({**around, "anchor": anchor, "heading_level": own_level})
        parts.append({"kind": block.block_type, "html": html})
    long = contents and len(sections) >= SECTIONS_WORTH_LISTING
    return {"sections": sections if long else [], "parts": parts}


def free_anchor(words: str, taken: set[str]) -> str:
    """An anchor for these words that is not taken yet; takes it."""
    stem = slugify(words) or "section"
    anchor, number = stem, 1
    while anchor in taken:
        number += 1
        anchor = f"{stem}-{number}"
    taken.add(anchor)
    return anchor
