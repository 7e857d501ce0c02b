"""From a form to a case with a reference and a promised day."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from partnership.content.working_days import add_working_days

from ..models import CustomDocument, FormatRequest, PublicationPage
from .tasks import send_confirmation

ASKED = ("wanted", "message", "needed_by", "name", "email", "phone", "postal_address")


def ask(
    document: CustomDocument, publication: PublicationPage | None, given: dict, form_key: str, now: datetime
) -> FormatRequest:
    """Make a case of what was filled in; the same one again for a form that is sent twice."""
    with transaction.atomic():
        made, new = FormatRequest.objects.get_or_create(
            # A form's key belongs to one document, whatever else it is sent to.
            form_key=uuid.uuid5(uuid.UUID(form_key), document.public_id),
            defaults={
                "document": document,
                **{name: given[name] for name in ASKED},
                "publication": publication,
                "asked_at": now,
                "promised_on": add_working_days(
                    timezone.localdate(now), settings.FORMAT_REQUEST_WORKING_DAYS
                ),
            },
        )
        if new and made.email:
            transaction.on_commit(lambda: send_confirmation.enqueue(made.pk))
    return made
