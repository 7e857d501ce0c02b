"""What a publication is, and where it stands."""

from django.db import models


class Kind(models.TextChoices):
    """What sort of publication it is."""

    REVIEW = "review", "Review"
    REPORT = "report", "Report"
    PLAN = "plan", "Plan or strategy"
    POLICY = "policy", "Policy"
    MINUTES = "minutes", "Minutes"
    DATA = "data", "Data"
    RESPONSE = "response", "Response"
    OTHER = "other", "Other"


class State(models.TextChoices):
    """Whether it is here yet, and whether it still stands."""

    AWAITED = "awaited", "Awaited"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"
