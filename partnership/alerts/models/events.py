"""What happened to things that people follow."""

from django.db import models

from ..registry import EVERYTHING
from .subscriptions import AboutTopic, Subscription


class Event(AboutTopic):
    """Something that happened once to a thing that people follow. Kept, so that nobody is told of it again."""

    also = models.JSONField(default=list, help_text="The wider topics that it belongs to, by kind and id.")
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

    @property
    def topics(self) -> list[tuple[str, str]]:
        """Whose followers are told: those of the thing itself, of what it lies within, and of everything."""
        return [(self.kind, self.object_id), *(tuple(wider) for wider in self.also), EVERYTHING]

    def followers(self):
        """The subscriptions that bring it, several of one follower perhaps.

        Those who had asked before it happened, and have confirmed since or before.
        """
        return Subscription.objects.confirmed().to_any(self.topics).filter(asked_at__lte=self.happened_at)
