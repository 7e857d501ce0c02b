"""Ways of publishing that pass no edit form: approving from a list, and publishing several pages at once."""

from django.db import transaction
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from partnership.content.readiness import NotReadyToPublishError

from .known_pages import KnownPagesMixin


class ApproveView(WorkflowActionView):
    """Approves or returns a page; a page that is not ready stays as it was, and the approver is told why."""

    def post(self, request, *args, **kwargs):
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except NotReadyToPublishError as problem:
            messages.error(request, problem.message)
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
            return redirect(self.redirect_url)


class PageEditView(EditView):
    """The edit view of every page; an index page is called by its name once."""

    def get_page_title(self):
        kind = self.page_class.get_verbose_name()
        return "Editing" if kind.lower() == self.page.title.lower() else f"Editing {kind.lower()}"


class SitePageViewSet(PageViewSet):
    """The screens of every page type."""

    edit_view_class = PageEditView
    workflow_action_view_class = ApproveView


class PublishSeveral(KnownPagesMixin, PublishBulkAction):
    """Publishes the pages ticked in a list: all, or none where one is not ready."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except NotReadyToPublishError as problem:
            messages.error(self.request, f"{problem.message} None of the pages was published.")
            return redirect(self.next_url)
