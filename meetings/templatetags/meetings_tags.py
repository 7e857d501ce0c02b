"""What meetings gives to templates, its own and those of other parts."""

from django import template

from partnership.content.landmarks import landmark_url
from partnership.content.visibility import audience_of

from ..clock import clock_time, deadline
from ..models import CommitteePage, MeetingPage, MeetingsIndexPage, Membership
from ..notice.counting import day_in_london
from ..notice.proof import proofs_of

register = template.Library()

TAG_COLOURS = {
    "Planned": "blue",
    "In progress": "green",
    "Awaiting confirmation": "yellow",
    "Held": "grey",
    "Draft minutes": "aqua-green",
    "Approved minutes": "green",
    "Inquorate": "orange",
    "Adjourned": "orange",
    "Abandoned": "red",
    "Cancelled": "red",
    "Postponed": "orange",
    "Moved": "orange",
}
# So many planned meetings tell which are held now and which comes next.
NEXT_LOOKED_THROUGH = 6


@register.filter
def meeting_colour(state: str) -> str:
    """The colour of the tag that says where a meeting stands."""
    return TAG_COLOURS[state]


@register.filter
def clock(moment) -> str:
    """The time of day in London: "9.45am"."""
    return clock_time(moment)


@register.filter
def by_when(moment) -> str:
    """A deadline as people say it: "Wednesday 27 September 2023, midday"."""
    return deadline(moment)


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
    planned = list(meetings.planned(audience.now)[:NEXT_LOOKED_THROUGH])
    meeting, others = (planned[0], planned[1:]) if planned else (None, [])
    running = [other for other in others if other.starts_at <= audience.now]
    return {
        "meeting": meeting,
        "committee": committee,
        # Others that are held at the same time, and while one is held, the one that comes after.
        "also_running": running,
        "following": next(
            (
                other
                for other in others
                if other.starts_at > audience.now and meeting.starts_at <= audience.now
            ),
            None,
        ),
        "public_part_is_over": meeting is not None and audience.now >= meeting.public_ends_at,
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
    return {"committees": committees.order_by("title").distinct(), "organisation": organisation}


@register.inclusion_tag("meetings/tags/notice_proof.html")
def notice_proof(meeting, committee):
    """When the notice, the agenda and each paper of a meeting became public, and whether that was late."""
    return {"proofs": proofs_of(meeting, committee) if meeting.pk else []}


@register.inclusion_tag("meetings/tags/members.html")
def members_at(meeting, committee):
    """Who was on a committee on the day of its meeting."""
    if not meeting.starts_at or not committee.pk:
        return {"memberships": []}
    day = day_in_london(meeting.starts_at)
    return {
        "memberships": Membership.objects.filter(committee=committee.pk).on(day).in_order(),
        "heading": "Members of the committee on that day",
    }


@register.inclusion_tag("meetings/tags/committee_people.html", takes_context=True)
def committee_people(context, committee):
    """Who is on a committee now, who was, and what they declared."""
    today = day_in_london(audience_of(context.get("request")).now)
    found = []
    if committee.pk:
        found = list(
            Membership.objects.filter(committee=committee.pk).in_order().prefetch_related("interests")
        )
    return {
        "memberships": [membership for membership in found if membership.holds_on(today)],
        "former": [membership for membership in found if membership.until and membership.until < today],
        "with_interests": [membership for membership in found if membership.interests.all()],
        "heading": "Members",
    }


@register.inclusion_tag("meetings/tags/terms.html")
def terms_of_reference(committee):
    """Every version of a committee's terms of reference, with who adopted it when."""
    rows = committee.terms_of_reference.all() if committee.pk else []
    if committee.pk:
        rows = rows.select_related("organisation", "document__reading__version")
    return {"terms": rows}
