"""The demonstration can be searched as soon as it is loaded, by the field's own short names too."""

from partnership.content.demonstration import Stage, builds
from partnership.content.visibility import Audience

from .indexing import rebuild
from .models import Promotion, Synonym

SAME = [
    ["CAMHS", "child and adolescent mental health services"],
    ["SIM", "Serenity Integrated Mentoring"],
    ["ICB", "integrated care board"],
    ["ToR", "terms of reference"],
    ["FOI", "freedom of information"],
]
PROMOTED = {
    "/our-work/serenity-integrated-mentoring/": ["SIM", "serenity"],
    "/careers/": ["jobs", "vacancies"],
}


@builds(Stage.USERS, order=90)
def teach_and_read(demonstration):
    """Words that mean the same, promoted results, and everything read into the search index."""
    for names in SAME:
        Synonym.objects.get_or_create(words="\n".join(names))
    for address, searches in PROMOTED.items():
        Promotion.objects.get_or_create(page_id=demonstration.page(address).pk, words="\n".join(searches))
    rebuild(Audience(demonstration.now))
