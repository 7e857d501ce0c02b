"""The form that uploads and edits a picture, behind every door of the admin."""

from wagtail.images.forms import BaseImageForm

from partnership.file_names import ReadableTitleMixin

from .fields import PictureFormField


class PictureForm(ReadableTitleMixin, BaseImageForm):
    """Uploads or edits a picture."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PictureFormField(
                label=wagtails.label, required=wagtails.required, widget=wagtails.widget
            )
