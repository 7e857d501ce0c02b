"""What people search for: the words only, with nothing about who did."""

from datetime import timedelta

from django.db import models

KEPT = timedelta(days=90)


class SearchedWords(models.Model):
    """Words that were searched for on a day, how often, and how much was found the last time."""

    day = models.DateField()
    words = models.CharField(max_length=100)
    times = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "searched words"
        verbose_name_plural = "searched words"
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="searched_once_a_day")]

    def __str__(self):
        return self.words
