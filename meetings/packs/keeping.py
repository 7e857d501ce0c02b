"""Keeps what was built, and takes it away: bytes before rows on the way in, after them on the way out."""

from datetime import datetime
from pathlib import Path

from django.core.files.base import File
from django.db import transaction

from documents.models import CustomDocument
from documents.models.versions import sha256_of

from ..models.packs import MeetingPack, PackBuild, filename_of, place_for_pack
from .contents import fingerprint, is_all_shown
from .making import Made
from .state import contents_now


def documents_in(contents: dict) -> list[int]:
    """The keys of the documents that a pack is made of."""
    return sorted({paper["document"] for line in contents["lines"] for paper in line["papers"]})


def keep(
    pack: MeetingPack, contents: dict, changed: list[str], made: Made, path: Path, now: datetime
) -> bool:
    """Keep a build in place of the one before. False, and nothing kept, where some of it may no longer be seen."""
    storage = PackBuild._meta.get_field("file").storage
    filename = filename_of(pack)
    with path.open("rb") as file:
        digest, size = sha256_of(file), path.stat().st_size
        name = storage.save(place_for_pack(None, filename), File(file))
    try:
        with transaction.atomic():
            if is_overtaken(pack, contents, now):
                transaction.on_commit(lambda: storage.delete(name))
                return False
            build = PackBuild.objects.create(
                pack=pack, file=name, filename=filename, size=size, sha256=digest, pages=made.pages,
                built_at=now, fingerprint=fingerprint(contents), contents=contents, changed=changed,
                problems=made.problems, untagged=made.untagged, absent=made.absent,
            )  # fmt: skip
            build.documents.set(documents_in(contents))
            forget_files(pack.builds.exclude(pk=build.pk))
            MeetingPack.objects.filter(pk=pack.pk).update(
                current=build, failed_at=None, failed_fingerprint=""
            )
    except BaseException:
        storage.delete(name)
        raise
    return True


def is_overtaken(pack: MeetingPack, contents: dict, now: datetime) -> bool:
    """Whether something ceased to be its readers' while a build was made; takedowns wait until it is kept."""
    locked = CustomDocument.with_private.select_for_update().filter(pk__in=documents_in(contents))
    list(locked.order_by("pk").values_list("pk"))
    MeetingPack.objects.select_for_update().get(pk=pack.pk)
    fresh = MeetingPack.objects.select_related("meeting").get(pk=pack.pk)
    return not is_all_shown(contents, contents_now(fresh, now))


def forget_files(builds) -> None:
    """Take the bytes of builds away once the rows are safe; what was built stays on record."""
    for build in builds.exclude(file=""):
        name, storage = build.file.name, build.file.storage
        transaction.on_commit(lambda name=name, storage=storage: storage.delete(name))
        PackBuild.objects.filter(pk=build.pk).update(file="")


@transaction.atomic
def drop(pack: MeetingPack) -> None:
    """Take away what a pack gives out: there is nothing, or something in it must not be had."""
    MeetingPack.objects.filter(pk=pack.pk).update(current=None)
    forget_files(pack.builds.all())
