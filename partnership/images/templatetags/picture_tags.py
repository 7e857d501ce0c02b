"""A picture on a page. A broken or missing file leaves a gap, never an error."""

import logging

from django import template

log = logging.getLogger(__name__)
register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(image, spec, alt="", css_class="", lazy=True):
    """Draw `image` in the size that `spec` says ("width-800"); nothing where there is no usable file.

    `alt` stays empty for decoration. Pictures load as they come into view, unless `lazy` is False.
    """
    return {"rendition": rendition_of(image, spec), "alt": alt, "css_class": css_class, "lazy": lazy}


def rendition_of(image, spec: str):
    """One size of an image, or None where it cannot be made."""
    if image is None:
        return None
    try:
        rendition = image.get_rendition(spec)
    except Exception:
        # A truncated file, a missing one, one too large: each fails in its own way deep in the library, and none
        # of them may take the page with it.
        log.warning("Image %s cannot be shown as %s", image.pk, spec, exc_info=True)
        return None
    return rendition if rendition.width and rendition.height else None
