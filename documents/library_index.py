"""The editors' search knows the documents of the library; private ones it never hears of."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler

from .models import CustomDocument


@receiver(post_save, sender=CustomDocument)
def index_document(instance, **kwargs):
    """Index a document that is in the library."""
    if not instance.is_private:
        post_save_signal_handler(instance, **kwargs)


@receiver(post_delete, sender=CustomDocument)
def forget_document(instance, **kwargs):
    """Take a deleted document out of the index."""
    post_delete_signal_handler(instance, **kwargs)
