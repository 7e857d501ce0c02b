"""What of this section can be followed by e-mail."""

from partnership.alerts.registry import Topic, topic_kind

from .models import CommitteeMember, CommitteePage


def describe(page) -> Topic:
    """A committee as its followers know it."""
    return Topic(page.title, page.url or "", prompt="E-mail me about this committee’s meetings")


def within(object_id: str):
    """The programmes that a committee oversees, and the organisations whose committee it is."""
    for pk in CommitteePage.oversees.through.objects.filter(committeepage=object_id).values_list(
        "areaofworkpage", flat=True
    ):
        yield "programme", pk
    for pk in CommitteeMember.objects.filter(committee=object_id).values_list("organisation", flat=True):
        yield "organisation", pk


@topic_kind(
    "committee",
    "We will e-mail you when a meeting of this committee is announced, changes, or has a new way to join, "
    "and when its chair decides something between two meetings.",
    describe=describe,
    within=within,
)
def committee(object_id: str, audience) -> Topic | None:
    """A committee that the audience may see."""
    if not object_id.isdecimal() or len(object_id) > 18:
        return None
    page = audience.visible(CommitteePage.objects.filter(pk=int(object_id))).first()
    return describe(page) if page else None
