"""Every page type says what may stand below it, and a page type of another app is named by its parent alone."""

import pytest
from wagtail.models import get_page_models

from partnership.content.models import BasePage

OURS = [model for model in get_page_models() if issubclass(model, BasePage) and model.is_creatable]


@pytest.mark.parametrize("page_type", OURS, ids=lambda model: model._meta.label)
class TestPageType:
    """One page type."""

    def test_says_what_may_stand_below_it(self, page_type):
        assert "subpage_types" in vars(page_type)

    def test_can_be_made_somewhere_by_an_editor(self, page_type):
        assert page_type.allowed_parent_page_models()

    def test_is_described_by_a_docstring(self, page_type):
        # Django writes a docstring of its own where there is none: "Name(field, field)".
        assert page_type.__doc__
        assert not page_type.__doc__.startswith(f"{page_type.__name__}(")
