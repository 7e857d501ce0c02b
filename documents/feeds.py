"""What feeds have of publications."""

from django.utils.html import escape, format_html

from partnership.content.feeds.pages import latest, page_entry
from partnership.content.feeds.registry import Asked, Subject, feed, stands_in

from .models import PublicationIndexPage, PublicationPage
from .models.states import State


@feed("publications")
def all_publications(asked: Asked) -> Subject | None:
    """The list of publications."""
    page = asked.audience.visible(PublicationIndexPage.objects.all()).first() if not asked.key else None
    return Subject(page.title, page.get_url(asked.request)) if page else None


def about(subject: Subject):
    """The publications that belong in a feed."""
    publications = PublicationPage.objects.published()
    if subject.kind == "programme":
        return publications.filter(areas_of_work=subject.thing.pk)
    return publications.of(subject.thing) if subject.kind == "organisation" else publications


@stands_in("publications", "programme", "organisation", "site")
def publications_in(subject: Subject, asked: Asked):
    """The newest publications; one that was withdrawn or superseded says so."""
    # Their keys first: what is asked for without repeats cannot be put in another order everywhere.
    keys = asked.audience.visible(about(subject)).order_by().values("pk")
    for page in latest(PublicationPage.objects.filter(pk__in=keys).for_listing()):
        ended = "" if page.state == State.PUBLISHED else f"{page.get_state_display()}: "
        by = (
            f"{page.get_kind_display()}, {page.organisation}"
            if page.organisation
            else page.get_kind_display()
        )
        summary = format_html("<p>{}</p><p>{}</p>", page.summary, by) if page.summary else escape(by)
        yield page_entry(page, asked, f"{ended}{page.title}", summary)
