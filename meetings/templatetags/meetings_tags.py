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
    "Inquorate": "orange",
    "Adjourned": "orange",
    "Abandoned": "red",
    "Cancelled": "red",
    "Postponed": "orange",
    "Moved": "orange",
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
def next_meeting(context, committee=None):
    """The next meeting that takes place, of all or of one committee, and what is off before it."""
    audience = audience_of(context.get("request"))
    meetings = (
        MeetingPage.objects.child_of(committee) if committee and committee.path else MeetingPage.objects.all()
    )
    meetings = audience.visible(meetings).for_listing()
    meeting = meetings.next(audience.now)
    return {
        "meeting": meeting,
        "called_off": meetings.called_off_before(meeting, audience.now),
        "state": meeting.state_at(audience.now) if meeting else "",
        "join_link_shows": meeting is not None and meeting.join_link_shows(audience.now),
        # On a committee's page its meetings stand below.
        "meetings_url": "" if committee else meetings_url(context),
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
