"""The way from a page to its e-mail alerts."""

from django import template
from django.urls import reverse

from partnership.content.visibility import audience_of

from ..mails import can_be_sent
from ..registry import kind_of

register = template.Library()


@register.inclusion_tag("alerts/tags/follow.html", takes_context=True)
def follow(context, kind, thing):
    """A link to the sign-up form for a thing: {% follow "publication" page %}. Nothing where it cannot be followed.

    `thing` is an object of the database, or the id itself.
    """
    object_id = str(getattr(thing, "pk", thing))
    registered = kind_of(kind)
    topic = registered and registered.topic(object_id, audience_of(context.get("request")))
    if topic is None or not can_be_sent():
        return {}
    return {"topic": topic, "href": reverse("alerts:follow", args=[kind, object_id])}
