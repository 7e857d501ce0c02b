"""The files of a publication as readers find them: together by organisation, in the order of their formats."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from .models.publication_files import PublicationFile

ORDER = {value: place for place, value in enumerate(PublicationFile.Format.values)}


@dataclass
class FileGroup:
    """Files of one organisation, or of none; `heading` is empty where each file says itself whose it is."""

    heading: str
    files: list[PublicationFile]


def file_groups(files, day) -> list[FileGroup]:
    """The files to show, in groups; organisations by their names on `day`. Takes one query more than the files do."""
    # The form refuses a private document; should one be here all the same, nobody is told its name.
    files = [file for file in files if not file.lacks and not (file.document and file.document.is_private)]
    prefetch_related_objects(files, "document__versions")
    by_owner: dict[int | None, list[PublicationFile]] = {}
    for file in files:
        file.shown_organisation = file.organisation.name_on(day) if file.organisation else ""
        by_owner.setdefault(file.organisation_id, []).append(file)
    for owned in by_owner.values():
        owned.sort(key=lambda file: ORDER[file.format])
    groups = [FileGroup(owned[0].shown_organisation, owned) for owned in by_owner.values()]
    # What belongs to everybody comes first; a heading over a single file each would only be in the way.
    groups.sort(key=lambda group: bool(group.heading))
    if len(files) == len(groups):
        return [FileGroup("", [group.files[0] for group in groups])] if groups else []
    return groups
