"""Wagtail's choosers, on a form that is shown again after something came in that is no key."""

from wagtail.admin.widgets import BaseChooser

_chosen = BaseChooser.get_instance


def chosen_or_none(chooser, value):
    """What was chosen; None where the value can be nothing's key, which the field says itself."""
    try:
        return _chosen(chooser, value)
    except (TypeError, ValueError):
        return None


def mend_choosers() -> None:
    """Have every chooser draw itself empty where Wagtail's own would fail: pages, documents, pictures, records."""
    BaseChooser.get_instance = chosen_or_none
