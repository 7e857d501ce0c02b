"""Whether this site was filled with the demonstration's content."""

from django.db import models
from django.db.models import Q


class DemonstrationLoading(models.Model):
    """The one time the demonstration's content was loaded.

    A record rather than the presence of a page: editors may rename, move or delete every page there is.
    """

    number = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(number=1), name="demonstration_is_loaded_once")]

    def __str__(self):
        return f"Loaded {self.loaded_at:%d/%m/%Y %H:%M}"
