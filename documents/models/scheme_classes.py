"""The classes of the Information Commissioner's model publication scheme."""

from django.db import models


class SchemeClass(models.TextChoices):
    """Where a publication stands in the publication scheme, in the Commissioner's own order and words."""

    WHO_WE_ARE = "who_we_are", "Who we are and what we do"
    SPENDING = "spending", "What we spend and how we spend it"
    PRIORITIES = "priorities", "What our priorities are and how we are doing"
    DECISIONS = "decisions", "How we make decisions"
    POLICIES = "policies", "Our policies and procedures"
    LISTS = "lists", "Lists and registers"
    SERVICES = "services", "The services we offer"
    NONE = "none", "Not part of the scheme"
