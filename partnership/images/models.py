"""Pictures and the sizes made of them."""

import logging

from django.db import models
from wagtail.images.exceptions import InvalidFilterSpecError, UnknownOutputImageFormatError
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError, get_upload_to
from wagtail.images.models import Image as WagtailImage

from .fields import PictureField

logger = logging.getLogger(__name__)


class CustomImage(AbstractImage):
    """A picture, with whom to credit for it."""

    file = PictureField(
        verbose_name="file", upload_to=get_upload_to, width_field="width", height_field="height"
    )
    credit = models.CharField(max_length=120, blank=True, help_text="Who made it, if that must be said.")

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "image"

    def create_renditions(self, *filters):
        """Make several sizes one after the other; Wagtail's threads would unfold the picture three times at once."""
        return {filter: self.create_rendition(filter) for filter in filters}

    def generate_rendition_file(self, filter, *, source=None):
        """Make one size of the picture.

        Raises SourceImageIOError, which every image tag survives, where the stored file has gone bad.
        """
        try:
            return super().generate_rendition_file(filter, source=source)
        except (InvalidFilterSpecError, UnknownOutputImageFormatError, SourceImageIOError):
            raise
        except Exception as damage:
            logger.exception("Picture %s (%s) cannot be read", self.pk, self.file.name)
            raise SourceImageIOError(str(damage)) from damage


class CustomRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_of_a_size"
            )
        ]
