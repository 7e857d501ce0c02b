"""What has changed since the public read it."""

from wagtail.admin.panels import FieldPanel


class ChangeNotePanel(FieldPanel):
    """The note for the public about a change; asked only of what was public already."""

    def __init__(self, field_name="change_note", **kwargs):
        super().__init__(field_name, **kwargs)

    class BoundPanel(FieldPanel.BoundPanel):
        """The same for one publication."""

        def is_shown(self):
            return super().is_shown() and self.instance.first_published_at is not None
