"""The files that the pages of committees show: their terms of reference."""

from documents.visibility import register_showing

from .models import TermsOfReference


@register_showing
def terms_shown(documents) -> dict[int, set[int]]:
    """The committees whose pages show documents as terms of reference, by the documents' keys."""
    rows = TermsOfReference.objects.filter(document__in=[document.pk for document in documents])
    uses: dict[int, set[int]] = {}
    for document, committee in rows.values_list("document", "committee"):
        uses.setdefault(document, set()).add(committee)
    return uses
