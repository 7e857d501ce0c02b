"""What keeps files from going public, for every page that carries some."""

from collections.abc import Iterable


def problem_with(documents: Iterable) -> str:
    """Why documents may not go public yet, in words for whoever publishes them; nothing where they may."""
    held = list(dict.fromkeys(document.title for document in documents if document.open_warnings))
    if not held:
        return ""
    named = ", ".join(f"“{title}”" for title in held)
    return (
        f"The inspection warned of something in {named}. Open the document under “Documents” and correct the file, or "
        "accept the warning with a reason."
    )
