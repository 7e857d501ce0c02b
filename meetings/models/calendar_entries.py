"""What the calendars that people subscribe to have been told of a meeting."""

from django.db import models


class CalendarEntry(models.Model):
    """That a meeting stands in the public calendars: under which name, how often it changed, and whether it is gone.

    It holds none of the meeting's words, so that what is taken from the public is told nowhere.
    """

    meeting = models.OneToOneField(
        "meetings.MeetingPage", null=True, on_delete=models.SET_NULL, related_name="calendar_entry"
    )
    committee = models.ForeignKey("meetings.CommitteePage", on_delete=models.CASCADE, related_name="+")
    # The meeting's own for life (UID), whatever its page is called and wherever it stands.
    uid = models.UUIDField(unique=True)
    # How often something that a calendar shows has changed (SEQUENCE): programmes that have a higher one ignore it.
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(db_index=True)
    # By which it is known whether a calendar shows something else now.
    shown_digest = models.CharField(max_length=64)
    # Since when the public no longer has the meeting's page: calendars say that it is off.
    withdrawn_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "calendar entry"
        verbose_name_plural = "calendar entries"

    def __str__(self):
        return f"{self.uid}, {self.starts_at:%d %B %Y}"
