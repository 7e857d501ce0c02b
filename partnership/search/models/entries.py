"""What can be found. Narrow rows to rank, narrow and count by; the words in a table of their own.

The migrations lay a full-text index over the words: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL.
"""

from django.db import models

SEPARATOR = "|"


def facet_mark(facet: str, value: str) -> str:
    """How a facet's value stands in `Entry.facets`."""
    return f"{SEPARATOR}{facet}={value}{SEPARATOR}"


def joined_facets(facets: dict[str, list[str]]) -> str:
    """All facets of an entry in one text: "|kind=review||year=2023|"."""
    pairs = sorted({(facet, str(value)) for facet, values in facets.items() for value in values if value})
    return "".join(facet_mark(facet, value) for facet, value in pairs)


def split_facets(text: str) -> list[tuple[str, str]]:
    """The facets that `joined_facets` joined, as pairs."""
    return [tuple(mark.split("=", 1)) for mark in text.split(SEPARATOR) if mark]


class Entry(models.Model):
    """One thing that can be found: a page, an organisation, a page of a document."""

    kind = models.CharField(max_length=30, help_text="Whose it is: the name of a source.")
    key = models.BigIntegerField(help_text="The key of the thing.")
    place = models.PositiveIntegerField(
        default=0, help_text="The page number inside a document; 0 elsewhere."
    )
    # Nobody finds what stands on a page that is not theirs to see.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=255, blank=True, help_text="What follows the page's own address.")
    title = models.CharField(max_length=255)
    facets = models.TextField(blank=True)
    dated_on = models.DateField(null=True)
    weight = models.FloatField(default=1)
    fingerprint = models.CharField(
        max_length=32, help_text="Of all that it says, to leave alone what is unchanged."
    )

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key", "place"], name="one_entry_for_a_place")]

    def __str__(self):
        return self.title


class EntryText(models.Model):
    """The words of an entry, as they read and as they are looked for."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="words")
    title_words = models.TextField()
    text_words = models.TextField()
    text = models.TextField(help_text="As it reads, to show the sentence that was found.")

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.title_words
