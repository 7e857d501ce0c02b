"""The background's part: the packs of a meeting are brought up to date."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from django_tasks import task

from ..models import MeetingPack
from .changes import changes
from .contents import fingerprint
from .keeping import drop, keep
from .making import make_pack
from .state import PackState, contents_now


@task()
def build_packs(meeting_id: int) -> None:
    """Put together those packs of a meeting that are not right. What breaks off is tried again; the others are made."""
    packs = MeetingPack.objects.filter(meeting=meeting_id)
    # From here on, whatever changes asks for another build.
    packs.update(asked_at=None)
    problems = []
    for pack in packs.select_related("meeting", "current").order_by("pk"):
        try:
            bring_up_to_date(pack, timezone.now())
        except Exception as problem:
            problems.append(problem)
    if problems:
        raise problems[0]


def bring_up_to_date(pack: MeetingPack, now: datetime) -> None:
    """Build a pack anew where it does not hold what it should. Raises what went wrong, once that is noted."""
    contents = contents_now(pack, now)
    state = PackState(pack, contents)
    if contents is None:
        drop(pack)
        return
    if state.is_fresh:
        return
    if pack.current and state.build is None:
        # Something in it is no longer its readers' to have; its bytes go before anything else is done.
        drop(pack)
    try:
        build(pack, contents, now)
    except Exception:
        MeetingPack.objects.filter(pk=pack.pk).update(failed_at=now, failed_fingerprint=fingerprint(contents))
        raise


def build(pack: MeetingPack, contents: dict, now: datetime) -> None:
    """Make a pack of these contents and keep it; of what was overtaken meanwhile, one more is made."""
    before = pack.builds.first()
    changed = changes(before.contents, contents) if before else []
    with tempfile.TemporaryDirectory(prefix="pack-") as folder:
        out = Path(folder) / "pack"
        made = make_pack(pack, contents, changed, Path(folder), out, now)
        kept = keep(pack, contents, changed, made, out, now)
    if not kept:
        raise OvertakenError(pack)


class OvertakenError(Exception):
    """Something in a pack ceased to be public while it was made; trying again makes the right one."""
