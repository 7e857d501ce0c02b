"""Files that were replaced while the public had them: which version by which, when and why."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from partnership.content.visibility import Audience

from ..inspection.kinds import ending_of
from ..models import CustomDocument, DocumentVersion, RegisterEntry
from ..register import STANDING
from ..visibility import public_among


@dataclass
class ReplacedFile:
    """A version of a file that was public, and the one that took its place."""

    document: CustomDocument
    earlier: DocumentVersion
    newer: DocumentVersion
    replaced_at: datetime
    note: str

    @property
    def url(self) -> str:
        """The earlier version itself: always the same bytes."""
        return self.document.version_url(self.earlier)

    @property
    def ending(self) -> str:
        """The kind of file that the earlier version is, by its name."""
        return ending_of(self.earlier.filename)

    @property
    def changes_url(self) -> str:
        """What was changed in it."""
        return reverse("file_changes", args=[self.document.public_id, self.earlier.number])


def replacements_of(documents) -> list[ReplacedFile]:
    """Every replacement of these documents that the public met, newest first.

    The register says what was public, so a version that was replaced before anybody could read it is not told of, and
    words that had to be erased there are gone here. Takes one query, where the documents come with their versions.
    """
    by_public_id = {document.public_id: document for document in documents}
    lines = RegisterEntry.objects.filter(public_id__in=by_public_id, event__in=STANDING).order_by("number")
    last: dict[str, DocumentVersion] = {}
    found = []
    for line in lines if by_public_id else ():
        document = by_public_id[line.public_id]
        version = next((one for one in document.versions.all() if one.number == line.version), None)
        if version is None:
            continue
        earlier = last.get(line.public_id)
        if earlier and earlier != version:
            found.append(ReplacedFile(document, earlier, version, line.happened_at, line.reason))
        last[line.public_id] = version
    return sorted(found, key=lambda one: one.replaced_at, reverse=True)


def replacements_on(page, documents, audience: Audience) -> list[ReplacedFile]:
    """Those that were made since a page was first public, of the files that its readers may open.

    Documents come with their versions. Almost every file has one, which asks nothing.
    """
    since = page.first_published_at
    documents = [document for document in documents if len(document.versions.all()) > 1]
    if since is None or not documents:
        return []
    open_documents = public_among(documents, audience)
    offered = [document for document in documents if document.pk in open_documents]
    return [one for one in replacements_of(offered) if one.replaced_at > since]
