"""No type of page goes untested: each has a factory, and its section's tests say where it lives and what it holds."""

from pathlib import Path

import pytest
from wagtail.models import get_page_models

from partnership.content.models import BasePage
from tests.factories.pages import FACTORIES

TESTS = Path(__file__).resolve().parents[1]
PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
each_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)


@each_type
def test_has_a_factory(model):
    assert model in FACTORIES or not model.is_creatable


@each_type
def test_says_where_it_lives_and_what_it_holds(model):
    if not model.is_creatable:
        pytest.skip("Nobody makes one.")
    text = (TESTS / model._meta.app_label / "test_page_types.py").read_text()
    assert f"assertAllowedParentPageTypes({model.__name__}, " in text.replace("(\n            ", "(")
    assert f"assertAllowedSubpageTypes({model.__name__}, " in text.replace("(\n            ", "(").replace(
        ",\n            ", ", "
    )


@each_type
def test_names_its_children(model):
    """A leaf says that it holds nothing; a type that says nothing would hold every page of the site."""
    assert "subpage_types" in vars(model)
