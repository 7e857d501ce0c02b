"""The file of a picture: checked and freed of private data wherever it comes from."""

from django.core.files.base import ContentFile
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .inspection import allowed_sizes, size_of
from .private_data import without_private_data


class PictureFieldFile(WagtailImageFieldFile):
    """The stored file. Every way to store one, script or form, ends in `save`."""

    def get_image_dimensions(self):
        # Wagtail decodes the whole picture for this, before anything could refuse it.
        was_closed = self.closed
        self.open()
        try:
            return size_of(self)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)

    def save(self, name, content, save=True):
        cleaned = without_private_data(content)
        if cleaned is not None:
            content = ContentFile(cleaned)
        # Django measures content that has a name, and records no width for any other.
        content.name = name
        super().save(name, content, save)


class PictureField(WagtailImageField):
    """A model's picture file."""

    attr_class = PictureFieldFile

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        # What is done with a file is no part of the database's shape.
        return name, "wagtail.images.models.WagtailImageField", args, kwargs


class PictureFormField(WagtailImageFormField):
    """The upload field of every form that takes a picture."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = f"{self.help_text} {allowed_sizes().split('. Make')[0]}."

    def to_python(self, data):
        if data and data.size:
            self.check_image_file_size(data)
            # Before Wagtail's own checks, which open the file and fall over one that is damaged.
            cleaned = without_private_data(data)
            if cleaned is not None:
                overwrite(data, cleaned)
        return super().to_python(data)


def overwrite(upload, content: bytes) -> None:
    """Put other bytes into an uploaded file.

    The upload itself, not a copy: Wagtail keeps it aside where another field of the same form is wrong.
    """
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.seek(0)
    upload.size = len(content)
