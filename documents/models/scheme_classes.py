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


ABOUT = {
    SchemeClass.WHO_WE_ARE: "Our organisation and structures, where we are, whom to contact, and how we are governed.",
    SchemeClass.SPENDING: "What we expect to receive and spend and what we did, tenders, procurement and contracts.",
    SchemeClass.PRIORITIES: "Strategies and plans, how we perform, assessments, inspections and reviews.",
    SchemeClass.DECISIONS: "How decisions are made and what was decided, with consultations and minutes.",
    SchemeClass.POLICIES: "The written rules by which we provide our services and meet our responsibilities.",
    SchemeClass.LISTS: "Registers that the law requires, and other lists about what we do.",
    SchemeClass.SERVICES: "What we offer, with advice, guidance, leaflets and news.",
}
