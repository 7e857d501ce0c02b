"""Calendars, announced in the head of a page."""

from django import template
from django.utils.html import format_html

from ..calendars.subscribing import (
    SubscribableCalendar,
    calendar_of_all,
    calendar_of_committee,
    calendar_of_organisation,
)

register = template.Library()


@register.simple_tag
def calendar_link(committee=None, organisation=None) -> str:
    """The line in a page's head by which programmes find a calendar: of a committee, an organisation, or of all."""
    if committee is not None:
        return announced(calendar_of_committee(committee)) if committee.pk else ""
    return announced(calendar_of_organisation(organisation) if organisation else calendar_of_all())


def announced(calendar: SubscribableCalendar) -> str:
    """A calendar as a line of a head."""
    return format_html(
        '<link rel="alternate" type="text/calendar" title="{}" href="{}">', calendar.title, calendar.path
    )


@register.simple_tag
def subscribable(committee) -> SubscribableCalendar | None:
    """The calendar of a committee: {% subscribable page as calendar %}; None before it is saved."""
    return calendar_of_committee(committee) if committee.pk else None
