"""What meetings gives to templates, its own and those of other parts."""

from django import template

from partnership.content.landmarks import landmark_url
from partnership.content.visibility import audience_of

from ..clock import clock_time
from ..models import CommitteePage, MeetingPage, MeetingsIndexPage

register = template.Library()

TAG_COLOURS = {
    "Planned": "blue",
    "In progress": "green",
    "Awaiting confirmation": "yellow",
    "Held": "grey",
    "Cancelled": "red",
}


@register.filter
def meeting_colour(state: str) -> str:
    """The colour of the tag that says where a meeting stands."""
    return TAG_COLOURS[state]


@register.filter
def clock(moment) -> str:
    """The time of day in London: "9.45am"."""
    return clock_time(moment)


@register.simple_tag
def state_of(meeting, now) -> str:
    """Where a meeting stands at a moment: {% state_of meeting now as state %}."""
    return meeting.state_at(now)


@register.simple_tag(takes_context=True)
def meetings_url(context) -> str:
    """Where the list of all meetings is, or ""."""
    return landmark_url(context.get("request"), MeetingsIndexPage)


@register.inclusion_tag("meetings/tags/next_meeting.html", takes_context=True)
def next_meeting(context):
    """The next meeting that takes place, or that none is planned."""
    audience = audience_of(context.get("request"))
    meeting = audience.visible(MeetingPage.objects.all()).for_listing().next(audience.now)
    return {
        "meeting": meeting,
        "state": meeting.state_at(audience.now) if meeting else "",
        "join_link_shows": meeting is not None and meeting.join_link_shows(audience.now),
        "meetings_url": meetings_url(context),
    }


@register.inclusion_tag("meetings/tags/overseen_by.html", takes_context=True)
def overseen_by(context, area):
    """The committees that oversee an area of work."""
    committees = audience_of(context.get("request")).visible(CommitteePage.objects.filter(oversees=area.pk))
    return {"committees": committees.order_by("title")}


@register.inclusion_tag("meetings/tags/committees.html", takes_context=True)
def committees_of(context, organisation):
    """The committees on which an organisation sits."""
    committees = audience_of(context.get("request")).visible(
        CommitteePage.objects.filter(members__organisation=organisation)
    )
    return {"committees": committees.order_by("title").distinct()}
