"""What an editor is told of an answer before the public reads it: how long it took, and whom it may name."""

from bs4 import BeautifulSoup
from django.conf import settings

from partnership.content.working_days import add_working_days

from ..inspection.personal_data import find

# Freedom of Information Act 2000, section 10(1). It counts no bank holiday of any part of the United Kingdom; with
# England's alone the day found is the same or an earlier one, never a later.
LIMIT_IN_WORKING_DAYS = 20


def limit_for(page):
    """The last day on which the answer is in time; None where it is not known when the request came."""
    return add_working_days(page.received_on, LIMIT_IN_WORKING_DAYS) if page.received_on else None


def personal_data_in(page) -> list[str]:
    """What in the words of an answer looks like personal data, as warnings in plain words."""
    body = BeautifulSoup(str(page.body or ""), "html.parser").get_text(" ")
    texts = {
        "the title": page.title,
        "the summary": page.summary,
        "the question": page.question,
        "the answer": body,
    }
    own = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")
    found = find([(place, words) for place, words in texts.items() if words], [own])
    return [f"{finding.says} In {' and '.join(finding.places)}." for finding in found]
