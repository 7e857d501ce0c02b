"""What happens to a wait: it ends by itself when the file comes, and every date given for it is kept."""

from datetime import datetime

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from partnership.content.visibility import Audience

from .models import ExpectedDate, PublicationPage


@receiver(page_published, sender=PublicationPage)
def end_wait(instance, revision, **kwargs):
    """End the wait as the page goes live with its files, through whichever door; the draft says the same."""
    audience = Audience()
    if not audience.is_its_time(instance) or not instance.end_wait(audience.now):
        return
    instance.save(update_fields=["state", "published_on"])
    ended = {"state": instance.state, "published_on": instance.published_on.isoformat()}
    revision.content = {**revision.content, **ended}
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)


@receiver(page_published, sender=PublicationPage)
def keep_expected_date(instance, **kwargs):
    """Keep the date that the public is given from now on, with the reason where there was another before."""
    audience = Audience()
    if instance.is_awaited and audience.is_its_time(instance):
        record_expected_date(instance, audience.now)


def record_expected_date(page: PublicationPage, now: datetime) -> ExpectedDate | None:
    """Keep the date that a page gives; None where it is the one that was given last."""
    with transaction.atomic():
        # Two publishings of one page take turns, so that neither keeps the same date twice.
        PublicationPage.objects.select_for_update(of=("self",)).only("pk").get(pk=page.pk)
        last = page.expected_dates.first()
        if last and last.is_of(page):
            return None
        return ExpectedDate.objects.create(
            publication=page,
            expected_on=page.expected_on,
            precision=page.expected_precision,
            basis=page.expected_basis,
            reason=page.date_change_reason if last else "",
            recorded_at=now,
        )
