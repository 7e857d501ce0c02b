"""The file as it was uploaded, for those who look after the document; the public never gets it."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from .models import CustomDocument, Upload
from .sending import disposition


def may_see_original(user, upload: Upload) -> bool:
    """Whether somebody may have an original: who may change the document, or has the upload on their own desk."""
    if upload.state in (Upload.State.WAITING, Upload.State.REFUSED):
        return False
    if upload.version is None:
        return Upload.objects.on_desk_of(user).filter(pk=upload.pk).exists()
    document = upload.version.document
    policy = policy_registry.get_by_type(CustomDocument)
    return not document.taken_down_at and policy.user_has_permission_for_instance(user, "change", document)


@require_safe
def original(request, pk):
    """The original's bytes, as a download that no cache keeps."""
    upload = get_object_or_404(Upload.objects.select_related("version__document"), pk=pk)
    if not may_see_original(request.user, upload):
        raise PermissionDenied
    try:
        file = upload.file.storage.open(upload.file.name, "rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(file, content_type="application/octet-stream")
    response["Content-Disposition"] = disposition(upload.filename, "application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, no_store=True)
    return response
