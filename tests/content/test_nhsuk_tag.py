"""NHS.UK frontend's components in our templates."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import mark_safe

from partnership.content.templatetags.nhsuk_tags import environment, macro

NASTY = '"><script>alert(1)</script>'


def draw(source, **context):
    return Template("{% load nhsuk_tags %}" + source).render(Context(context))


def test_text_html_and_attributes_are_escaped():
    html = draw('{% nhsuk "inset-text" text=words %}{% nhsuk "inset-text" html=words %}', words=NASTY)
    html += draw('{% nhsuk "action-link" text=words href=words %}', words=NASTY)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 4


def test_a_linked_cards_heading_is_escaped_though_its_macro_forgets_to():
    html = draw('{% nhsuk "card" heading=words href="/x/" %}', words=NASTY)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 1


def test_nested_parameters_are_escaped():
    rows = [{"key": {"text": NASTY}, "value": {"html": NASTY}}]
    assert "<script" not in draw('{% nhsuk "summary-list" rows=rows %}', rows=rows)


def test_what_is_safe_already_stays_as_it_is():
    assert "<b>bold</b>" in draw('{% nhsuk "inset-text" html=words %}', words=mark_safe("<b>bold</b>"))


def test_every_component_of_the_package_can_be_drawn():
    components = {name.split("/")[2] for name in environment().list_templates() if "/macro." in name}
    assert len(components) > 30
    for component in components:
        assert callable(macro(component))


def test_an_unknown_component_is_named():
    with pytest.raises(TemplateSyntaxError, match="sparkles"):
        draw('{% nhsuk "sparkles" %}')
