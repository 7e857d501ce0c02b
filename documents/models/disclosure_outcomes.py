"""What was given in answer to a freedom-of-information request."""

from django.db import models


class Outcome(models.TextChoices):
    """What was given."""

    GIVEN = "given", "All of it given"
    PART = "part", "Part given"
    REFUSED = "refused", "Refused"
    NOT_HELD = "not_held", "Not held"
