"""Hands filed documents on to a publication: one that is there, such as an awaited response, or a new draft."""

from wagtail.models import WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from partnership.content.forms import free_slug
from partnership.content.readiness import readiness_problems

from ..models import PublicationFile, PublicationIndexPage, PublicationPage
from ..models.states import State


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


def add_to(page: PublicationPage, documents, user) -> PublicationPage:
    """Add documents to the newest draft of a publication; a wait ends when that draft is published."""
    draft = page.get_latest_revision_as_object()
    carried = {row.document_id for row in draft.files.all()}
    for document in documents:
        if document.pk not in carried:
            draft.files.add(PublicationFile(document=document, sort_order=draft.files.count()))
    draft.save_revision(user=user, log_action=True)
    return draft


def start(
    parent: PublicationIndexPage, title: str, kind: str, organisation, documents, user
) -> PublicationPage:
    """A new draft of a publication with these documents as its files."""
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
    page.save_revision(user=user, log_action=True)
    return page


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
