"""Whether a page is ready for the public, whichever way it is published.

The edit form asks all of this beside its fields. Approving from a list, publishing several pages at once and a
schedule pass no form, so publishing itself asks again.
"""

from django.core.exceptions import ValidationError
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField


class NotReadyToPublishError(ValidationError):
    """A page was to go live that lacks what the public needs; says what, in an editor's words."""

    def __init__(self, page, problems: dict[str, str]):
        self.problems = problems
        super().__init__(f"“{page.title}” is not published. {in_words(problems)}")


def in_words(problems: dict[str, str]) -> str:
    """Problems by field as one text."""
    return " ".join(
        f"{field.replace('_', ' ').capitalize()}: {problem}" for field, problem in problems.items()
    )


def readiness_problems(page) -> dict[str, str]:
    """What stands between a page, as a draft holds it, and the public; by field, empty where nothing does."""
    rows = {
        relation.get_accessor_name(): list(getattr(page, relation.get_accessor_name()).all())
        for relation in get_all_child_relations(page)
    }
    return {
        **missing_fields(page),
        **incomplete_rows(page, rows),
        **incomplete_bodies(page),
        **page.publishing_problems(rows),
    }


def missing_fields(page) -> dict[str, str]:
    """Fields of the page's own that are empty or cannot be so."""
    try:
        page.full_clean()
    except ValidationError as problem:
        return {field: " ".join(messages) for field, messages in problem.message_dict.items()}
    return {}


def incomplete_rows(page, rows: dict[str, list]) -> dict[str, str]:
    """Inline rows that lack something."""
    problems = {}
    for name, members in rows.items():
        parent_key = page._meta.get_field(name).field.name
        for row in members:
            try:
                row.full_clean(exclude=[parent_key], validate_unique=False, validate_constraints=False)
            except ValidationError:
                problems[name] = "A row lacks something. Open the page and press “Publish” to see what."
    return problems


def incomplete_bodies(page) -> dict[str, str]:
    """Bodies with a block that lacks something."""
    problems = {}
    for field in page._meta.get_fields():
        if not isinstance(field, StreamField):
            continue
        try:
            field.stream_block.clean(getattr(page, field.name))
        except ValidationError:
            problems[field.name] = "A block lacks something. Open the page and press “Publish” to see what."
    return problems
