"""Whether a file is in the library already, for those who may know."""

from django.db.models import F, Q
from wagtail.permissions import policy_registry

from .models import CustomDocument


def document_of_same_bytes(sha256: str, user) -> CustomDocument | None:
    """A document of exactly these bytes, as uploaded or as published, that this user may work with.

    Of documents that a user may not see, nobody learns here that they are there.
    """
    documents = policy_registry.get_by_type(CustomDocument).instances_user_has_any_permission_for(
        user, ["change", "choose"]
    )
    same_bytes = CustomDocument.objects.filter(
        Q(versions__sha256=sha256) | Q(versions__upload__sha256=sha256), versions__file=F("file")
    )
    return documents.filter(pk__in=same_bytes.values("pk"), taken_down_at=None).order_by("pk").first()
