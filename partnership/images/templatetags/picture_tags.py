"""A picture on a page. A broken or missing file leaves a gap, never an error."""

from django import template
from wagtail.images.models import SourceImageIOError

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(image, spec, alt="", css_class="", lazy=True):
    """Draw `image` in the size that `spec` says ("width-800"); nothing where there is no usable file.

    `alt` stays empty for decoration. Pictures load as they come into view, unless `lazy` is False.
    """
    return {"rendition": rendition_of(image, spec), "alt": alt, "css_class": css_class, "lazy": lazy}


def rendition_of(image, spec: str):
    """One size of an image, or None where its file is gone or has gone bad."""
    if image is None:
        return None
    try:
        return image.get_rendition(spec)
    except SourceImageIOError:
        return None
