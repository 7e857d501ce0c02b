"""How many public files fail which check of accessibility, counted now and then."""

from django.db import models


class FileCheckCount(models.Model):
    """How many public files of a kind fail a check; without a check, how many there are and were checked."""

    # Without a check of its own: all files of the kind, and those that pass everything.
    ALL = "all"
    PASSED = "passed"

    kind = models.CharField(max_length=10, help_text="The ending of their names: pdf, docx.")
    check_code = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "check_code"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "check_code"], name="one_count_of_a_check"),
        ]

    def __str__(self):
        return f"{self.kind}, {self.check_code}: {self.number}"
