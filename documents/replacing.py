"""Who may put a new file in the place of one that the public has.

It goes live at once, so it is for those who may publish a page that shows it.
"""

from partnership.content.visibility import Audience

from .visibility import pages_showing

IS_PUBLIC = "This file is public."
ASK_A_PUBLISHER = (
    "Ask a publisher to replace it, or upload the new file beside it and submit the publication."
)
NOT_YOURS_TO_REPLACE = f"{IS_PUBLIC} {ASK_A_PUBLISHER}"


def only_for_publishers(documents, user, audience: Audience) -> set[int]:
    """The keys of those documents that the public has now, and that this user may not replace."""
    return {
        key
        for key, pages in pages_showing(documents, audience).items()
        if pages and not (user and any(page.permissions_for_user(user).can_publish() for page in pages))
    }


def is_only_for_publishers(document, user, audience: Audience) -> bool:
    """Whether the public has a document now, and this user may not replace it."""
    return document.pk in only_for_publishers([document], user, audience)
