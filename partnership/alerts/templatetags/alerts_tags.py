"""The way from a page to its e-mail alerts."""

from django import template
from django.db.models import Model
from django.urls import reverse
from wagtail.models import Page

from partnership.content.visibility import audience_of

from ..mails import can_be_sent
from ..registry import kind_of

register = template.Library()


@register.inclusion_tag("alerts/tags/follow.html", takes_context=True)
def follow(context, kind, thing):
    """A link to the sign-up form for a thing: {% follow "publication" page %}. Nothing where it cannot be followed.

    `thing` is an object of the database, or the id itself. A page costs no query: the request knows its audience. So
    does any other object whose kind describes it: it is public where it has a page to put this on.
    """
    object_id = str(getattr(thing, "pk", thing))
    registered, audience = kind_of(kind), audience_of(context.get("request"))
    if registered and registered.describe and isinstance(thing, Model):
        hidden = isinstance(thing, Page) and not audience.may_see(thing)
        topic = registered.describe(thing) if thing.pk and not hidden else None
    else:
        topic = registered and registered.topic(object_id, audience)
    if topic is None or not can_be_sent():
        return {}
    return {"topic": topic, "href": reverse("alerts:follow", args=[kind, object_id])}
