"""What can be done with publications and files, on the first screen."""

from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from partnership.first_screen import Task

from .models import PublicationIndexPage, PublicationPage


def first_tasks(user):
    """Add a publication, upload files, and see what is awaited."""
    may_add = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    index = PublicationIndexPage.objects.filter(pk__in=may_add.values("pk")).order_by("path").first()
    if index:
        yield Task(
            20,
            "Add a publication",
            "A review, report or plan, with a file for each organisation.",
            reverse("wagtailadmin_pages:add", args=["documents", PublicationPage._meta.model_name, index.pk]),
            "doc-full",
        )
        yield Task(
            40,
            "See what is awaited",
            "Publications that were promised and are not here yet.",
            reverse("publications:index") + "?state=awaited",
            "date",
        )
    if policy_registry.get_by_type(get_document_model()).user_has_permission(user, "add"):
        yield Task(
            25,
            "Upload documents",
            "They are checked as they arrive, and public only once a page shows them.",
            reverse("upload_desk:desk"),
            "upload",
        )
