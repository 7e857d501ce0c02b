"""The sizes that pages show pictures in, made when a picture is saved, so that no visitor waits for one."""

import logging

from django.db import transaction
from django.db.models import Count, Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task
from wagtail.images.models import SourceImageIOError

from .models import CustomImage

logger = logging.getLogger(__name__)

# Every size that a template names; a test holds them to it.
SIZES = ("fill-160x160", "fill-640x360", "fill-800x600", "max-320x120", "width-1120", "width-1200")


@task()
def make_sizes(image_id: int):
    """Make those sizes of a picture that are not there yet."""
    image = CustomImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    try:
        image.get_renditions(*SIZES)
    except SourceImageIOError as damage:
        # Pages survive it, and trying again would not mend the file.
        logger.warning("No sizes of picture %s: %s", image_id, damage)


@receiver(post_save, sender=CustomImage)
def have_sizes_made(instance, raw=False, **kwargs):
    """Ask for a saved picture's sizes once it is kept for good; a new focal point makes new ones."""
    if not raw:
        transaction.on_commit(lambda: make_sizes.enqueue(instance.pk))


def without_all_sizes():
    """Pictures of which some size is missing, as after a release that shows a new one."""
    made = Count("renditions__filter_spec", filter=Q(renditions__filter_spec__in=SIZES), distinct=True)
    return CustomImage.objects.annotate(sizes_made=made).filter(sizes_made__lt=len(SIZES))
