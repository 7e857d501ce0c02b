"""The earlier versions of a publication that the public may read."""

from dataclasses import dataclass

from ..models.corrected import VERSIONS_SLUG
from ..models.editions import Correction, Edition


@dataclass
class EarlierVersion:
    """A text that was public and was replaced, and what replaced it."""

    edition: Edition
    replaced_by: Edition
    correction: Correction

    def url(self, publication) -> str:
        """Its own address, for good."""
        return f"{publication.url}{VERSIONS_SLUG}/{self.edition.number}/"


def earlier_versions(publication) -> list[EarlierVersion]:
    """The versions that a correction replaced, newest first; none of a publication that was withdrawn."""
    if not publication.pk or publication.is_withdrawn:
        return []
    editions = list(publication.editions.select_related("correction"))
    return [
        EarlierVersion(edition, following, following.correction)
        for following, edition in zip(editions, last_of_each_text(editions), strict=False)
        if edition and hasattr(following, "correction")
    ]


def last_of_each_text(editions: list[Edition]):
    """Beside each edition, newest first, the first one that held the text before it; None for the first of all."""
    for place in range(len(editions)):
        before = editions[place + 1 :]
        # The same text twice, with a gap between, is read at the address it had first.
        yield next((edition for edition in before if not edition.unchanged), None)
