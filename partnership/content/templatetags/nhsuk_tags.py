"""NHS.UK frontend's components, by their macros."""

import re
from functools import cache

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, TemplateNotFound
from markupsafe import Markup

register = template.Library()

# Components whose macro has a name of its own.
MACROS = {"do-dont-list": "list", "images": "image", "tables": "table"}


@cache
def environment() -> Environment:
    """The one place that the components' templates are compiled in."""
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def macro(component: str):
    """The macro that draws a component. Raises TemplateSyntaxError where there is no such component."""
    camel_case = re.sub(r"-(\w)", lambda letter: letter[1].upper(), component)
    try:
        module = environment().get_template(f"nhsuk/components/{component}/macro.jinja").module
    except TemplateNotFound as error:
        raise template.TemplateSyntaxError(f"NHS.UK frontend has no component “{component}”.") from error
    return getattr(module, MACROS.get(component, camel_case))


def escaped(value):
    """The same value with every string in it safe to print.

    The macros print a component's `html`, and a linked card's heading, as they are: so nothing reaches them raw.
    """
    if isinstance(value, dict):
        return {key: escaped(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(item) for item in value]
    if isinstance(value, str):
        return Markup(conditional_escape(value))  # noqa: S704 -- escaped in the same breath
    return value


@register.simple_tag
def nhsuk(component, **params):
    """Draw a component: {% nhsuk "inset-text" text="..." %}. Give nested parameters as dictionaries."""
    return mark_safe(macro(component)(escaped(params)))  # noqa: S308 -- the environment escapes
