"""What programmes gives to templates of other parts."""

from django import template
from django.utils import timezone
from wagtail.models import Site

from ..models.responsible_body import ResponsibleBody

register = template.Library()


@register.inclusion_tag("components/responsible_body.html", takes_context=True)
def responsible_body(context):
    """Who answers for the site, with the copyright line."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    body = ResponsibleBody.for_request(request) if site else ResponsibleBody()
    return {"body": body, "year": timezone.localdate().year}
