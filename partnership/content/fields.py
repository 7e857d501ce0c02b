"""Model fields shared by the sections."""

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField whose migrations leave the block definitions out.

    They are no part of the database's shape, and would add thousands of lines to migrations at every change
    of a help text.
    """

    def deconstruct(self):
        name, _, _, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
