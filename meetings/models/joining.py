"""How to join a meeting online."""

from datetime import datetime

from django.conf import settings
from django.db import models

from ..joining.gate import Joining, join_address, joining_at
from ..joining.links import comparable


class JoinablePart(models.Model):
    """The link to Part A, and from when it is shown."""

    join_url = models.URLField(
        "link to join the public part",
        blank=True,
        max_length=1000,
        help_text="People are led on to it until the public part ends. Never the link of a private part.",
    )
    join_from = models.DateTimeField(
        "people can join from",
        null=True,
        blank=True,
        help_text="When the way to join is shown. Empty: as soon as papers are published. London time.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if leads_to_private_part(self.join_url):
            problems["join_url"] = PRIVATE_LINK_REFUSED
        return problems

    def joining_at(self, now: datetime) -> Joining:
        """Whether the public may join at a moment; the gate says how it is decided."""
        return joining_at(self, now)

    def join_link_shows(self, now: datetime) -> bool:
        """Whether the public may be shown how to join at a moment."""
        return joining_at(self, now) == Joining.OPEN

    @property
    def join_address(self) -> str:
        """The address here that leads into the meeting: what may be shown, unlike the link itself."""
        return join_address(self)


PRIVATE_LINK_REFUSED = "This is the link of a private part. Give the public part a link of its own."


class PrivateJoinLink(models.Model):
    """The link to a meeting's Part B: for those who may read the committee's private papers, and on no page."""

    meeting = models.OneToOneField(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="private_join_link"
    )
    url = models.URLField(
        "link to join the private part",
        max_length=1000,
        help_text="Members and governance officers of this committee alone are led on to it.",
    )
    # One spelling of the link, so that it is found however somebody spells it.
    comparable_url = models.CharField(max_length=1100, db_index=True, editable=False)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta:
        verbose_name = "link to a private part"
        verbose_name_plural = "links to private parts"

    def __str__(self):
        # Never the link: this is what logs and lists show.
        return f"Private link of meeting {self.meeting_id}"

    def save(self, *args, **kwargs):
        self.comparable_url = comparable(self.url)[:1100]
        super().save(*args, **kwargs)


def leads_to_private_part(url: str) -> bool:
    """Whether a link, however spelt, is that of any meeting's private part."""
    spelling = comparable(url)[:1100]
    return bool(spelling) and PrivateJoinLink.objects.filter(comparable_url=spelling).exists()
