"""What can be followed that is no section's own: everything."""

from .registry import EVERYTHING, Topic, topic_kind


@topic_kind(
    EVERYTHING[0],
    "We will e-mail you all news of this website: of publications, of what is awaited, and of meetings.",
)
def everything(object_id: str, audience) -> Topic | None:
    """All that happens; of each piece of news it is asked by itself whether the public may see it."""
    if object_id != EVERYTHING[1]:
        return None
    return Topic("Everything on this website", "/", prompt="E-mail me all news of this website")
