"""The corrections of a publication, for its page."""

from django import template

from ..corrections.versions import earlier_versions

register = template.Library()


@register.inclusion_tag("documents/tags/corrections.html")
def corrections_of(publication):
    """What was changed since a publication was first public, and the versions before; nothing where nothing was."""
    versions = earlier_versions(publication)
    return {
        "corrections": [
            {"version": version, "url": version.url(publication), "correction": version.correction}
            for version in versions
        ]
    }
