"""What feeds have of programmes and of organisations."""

from django.utils.html import escape

from partnership.content.feeds.pages import latest, page_entry
from partnership.content.feeds.registry import Asked, Subject, feed, stands_in
from partnership.content.keys import is_key
from partnership.content.landmarks import landmark_url

from .models import AreaOfWorkPage, Organisation, PartnersPage, StoryPage


@feed("programme")
def programme(asked: Asked) -> Subject | None:
    """A programme or collaborative that the public may see."""
    page = asked.page_among(AreaOfWorkPage.objects.all())
    return Subject(page.title, page.get_url(asked.request), page) if page else None


@feed("organisation")
def organisation(asked: Asked) -> Subject | None:
    """An organisation, while the public may see the list of them."""
    listed_at = landmark_url(asked.request, PartnersPage)
    found = Organisation.objects.filter(pk=asked.key).first() if listed_at and is_key(asked.key) else None
    return Subject(found.name, f"{listed_at}{found.slug}/", found) if found else None


@stands_in("programme", "organisation", "site")
def stories(subject: Subject, asked: Asked):
    """The newest examples of work."""
    told = StoryPage.objects.defer("body")
    if subject.kind == "programme":
        told = told.filter(areas_of_work=subject.thing.pk)
    elif subject.kind == "organisation":
        told = told.filter(attributed_to=subject.thing)
    for page in latest(asked.audience.visible(told)):
        yield page_entry(page, asked, summary=escape(page.summary))
