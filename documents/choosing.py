"""The document chooser's pop-up: what it says when a file that is uploaded there finds no room."""

from django.db import OperationalError
from wagtail.documents.views.chooser import DocumentChooserUploadView, viewset

from partnership.storage import is_disk_full

from .arrivals import NO_ROOM


class UploadView(DocumentChooserUploadView):
    """Takes in a file from the pop-up; on a full disk it says so beside the field, where Wagtail would only fail."""

    def post(self, request):
        try:
            return super().post(request)
        except (OSError, OperationalError) as error:
            if not is_disk_full(error):
                raise
            self.form.add_error("file", " ".join(NO_ROOM))
            return self.get_reshow_creation_form_response()


upload_view = viewset.construct_view(UploadView)
