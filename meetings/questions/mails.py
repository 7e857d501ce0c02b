"""What the e-mails to whoever asked say. Only the answer repeats the question: anybody can type an address."""

from django.core.mail import EmailMultiAlternatives

from partnership.alerts.mails import absolute, letter
from partnership.content.visibility import Audience

from ..models import QuestionChange

Letter = QuestionChange.Letter
SUBJECTS = {
    Letter.CONFIRMATION: "We have your question {}",
    Letter.ANSWER: "The answer to your question {}",
}


def letter_about(change: QuestionChange) -> EmailMultiAlternatives:
    """What somebody who asked is told of a change."""
    question = change.question
    meeting = question.meeting
    subject = SUBJECTS.get(change.letter, "About your question {}").format(question.reference)
    is_shown = question.published_at and Audience().may_see(meeting)
    context = {
        "question": question,
        "meeting": meeting,
        "meeting_url": absolute(meeting.url or "/"),
        "published_url": absolute(f"{meeting.url}#{question.anchor}") if is_shown else "",
    }
    return letter(question.email, subject, f"meetings/questions/mail/{change.letter}", context)
