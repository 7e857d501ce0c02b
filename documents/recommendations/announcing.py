"""What the followers of a publication are told of its recommendations."""

from datetime import datetime

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from ..models import ActionHistory, Recommendation


def announce_reports(recommendation: Recommendation, written: list[ActionHistory], now: datetime) -> None:
    """Tell followers where actions stand now, in one letter for all that was reported together.

    The first report of an action is its beginning and no news; nobody is told of what the public cannot see.
    """
    news = [line for line in written if line.action.history.exclude(pk=line.pk).exists()]
    shown = Recommendation.objects.shown_to(Audience(now=now)).filter(pk=recommendation.pk)
    if not news or not shown.exists():
        return
    publication = recommendation.publication
    about = f"Recommendation {recommendation.label} of “{publication.title}”:"
    notify(
        "publication",
        publication.pk,
        f"action-report-{news[0].pk}",
        f"Progress on recommendation {recommendation.label}: {publication.title}",
        "\n\n".join([about, *(in_words(line) for line in news)]),
        f"{publication.url or ''}#{recommendation.anchor}",
        now,
    )


def in_words(line: ActionHistory) -> str:
    """One report: what was to be done, where that stands now, and what is said of it."""
    stands = f"{line.action.text}\nNow: {line.get_status_display()}."
    return f"{stands} {line.note}".strip()
