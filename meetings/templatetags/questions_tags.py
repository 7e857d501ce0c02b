"""What questions from the public give to the page of their meeting."""

from django import template

from partnership.content.visibility import audience_of

from ..models import Question
from ..questions.form_screen import ASK_SLUG
from ..questions.opening import Asking, opening_of

register = template.Library()


@register.inclusion_tag("meetings/questions/on_page.html", takes_context=True)
def public_questions(context, meeting, committee):
    """The questions that were answered in public, and the way to ask one while they are taken."""
    if not meeting.pk or not meeting.path:
        return {"questions": []}
    now = audience_of(context.get("request")).now
    opening = None
    is_to_come = meeting.starts_at is not None and now < meeting.starts_at and not meeting.is_off
    if is_to_come:
        opening = opening_of(meeting, committee, now)
    return {
        "questions": Question.objects.filter(meeting=meeting.pk).published().select_related("item"),
        "opening": opening if opening and opening.asking != Asking.NOT_TAKEN else None,
        "ask_url": f"{meeting.url}{ASK_SLUG}/",
    }
