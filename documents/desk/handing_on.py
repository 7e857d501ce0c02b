"""Hands filed documents on to a publication: one that is there, such as an awaited response, or a new draft."""

from wagtail.models import WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from partnership.content.forms import free_slug
from partnership.content.readiness import in_words, readiness_problems

from ..models import PublicationFile, PublicationIndexPage, PublicationPage
from ..models.states import State


class NotReadyError(Exception):
    """A draft cannot be submitted yet; carries it, and what it lacks by field."""

    def __init__(self, draft: PublicationPage, problems: dict[str, str]):
        super().__init__(in_words(problems))
        self.draft, self.problems = draft, problems


def publications_to_add_to(user):
    """The publications that somebody may edit, awaited ones first."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    publications = PublicationPage.objects.filter(pk__in=mine.values("pk")).exclude(state=State.WITHDRAWN)
    awaited = publications.filter(state=State.AWAITED).order_by("title")
    return [*awaited, *publications.exclude(state=State.AWAITED).order_by("-latest_revision_created_at")]


def place_for_new(user) -> PublicationIndexPage | None:
    """Where somebody may start a new publication."""
    for index in PublicationIndexPage.objects.all():
        if index.permissions_for_user(user).can_add_subpage():
            return index
    return None


def add_to(page: PublicationPage, documents, user, given: dict) -> PublicationPage:
    """Add documents to the newest draft of a publication; a wait ends when that draft is published.

    `given` fills in, by field, what the draft lacks.
    """
    draft = page.get_latest_revision_as_object()
    carried = {row.document_id for row in draft.files.all()}
    for document in documents:
        if document.pk not in carried:
            draft.files.add(PublicationFile(document=document, sort_order=draft.files.count()))
    fill_in(draft, given)
    draft.save_revision(user=user, log_action=True)
    return draft


def start(
    parent: PublicationIndexPage, title: str, kind: str, organisation, documents, user, given: dict
) -> PublicationPage:
    """A new draft of a publication with these documents as its files; `given` fills in what it lacks."""
    page = PublicationPage(
        title=title,
        slug=free_slug(title, parent, PublicationPage()),
        kind=kind,
        organisation=organisation,
        state=State.PUBLISHED,
        live=False,
        owner=user,
        files=[PublicationFile(document=document, sort_order=n) for n, document in enumerate(documents)],
    )
    parent.add_child(instance=page)
    if fill_in(page, given):
        page.save()
    page.save_revision(user=user, log_action=True)
    return page


def fill_in(draft: PublicationPage, given: dict) -> bool:
    """Put what was given into the fields that lack it, and into no other; answers whether anything changed."""
    lacking = given.keys() & readiness_problems(draft).keys() if given else set()
    for name in lacking:
        setattr(draft, name, given[name])
    return bool(lacking)


def refuse_unready(draft: PublicationPage) -> None:
    """Raise NotReadyError where a draft lacks what the public needs."""
    if problems := readiness_problems(draft):
        raise NotReadyError(draft, problems)


def submit(page: PublicationPage, user) -> dict[str, str]:
    """Submit a publication's newest draft for approval; answers what stands in the way, by field, if anything does."""
    page = PublicationPage.objects.get(pk=page.pk)
    problems = readiness_problems(page.get_latest_revision_as_object())
    if problems:
        return problems
    under_way = page.current_workflow_state
    if under_way and under_way.status == WorkflowState.STATUS_NEEDS_CHANGES:
        under_way.resume(user)
    elif not under_way and (workflow := page.get_workflow()):
        workflow.start(page, user)
    return {}
