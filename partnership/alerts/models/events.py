"""What happened to things that people follow."""

from django.db import models

from .subscriptions import AboutTopic, Subscription


class Event(AboutTopic):
    """Something that happened once to a thing that people follow. Kept, so that nobody is told of it again."""

    key = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    url = models.CharField(max_length=500)
    happened_at = models.DateTimeField()
    addressed_at = models.DateTimeField(null=True, help_text="When a letter was made for each follower.")

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id", "happened_at"], name="alerts_events")]

    def __str__(self):
        return self.key

    def followers(self):
        """Who is to be told: those who had asked before it happened, and have confirmed since or before."""
        return Subscription.objects.confirmed().about(self).filter(asked_at__lte=self.happened_at)
