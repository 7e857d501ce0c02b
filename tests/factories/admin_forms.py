"""Filling in the admin's forms as a browser would: what the screen holds, with what an editor changes."""

import re

from bs4 import BeautifulSoup


def form_values(response) -> dict[str, str]:
    """What the editing form on a screen would send as it stands, without its buttons."""
    soup = BeautifulSoup(response.content, "html.parser")
    form = (
        soup.find(id="w-editor-form")
        or soup.find(attrs={"data-edit-form": True})
        or soup.find("form", method="POST")
    )
    values: dict[str, str] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or field.has_attr("disabled"):
            continue
        if field.name == "select":
            chosen = [option.get("value", "") for option in field.find_all("option", selected=True)]
            if field.has_attr("multiple"):
                values.setdefault(name, chosen)
            else:
                values[name] = chosen[0] if chosen else ""
        elif field.name == "textarea":
            values[name] = field.text.removeprefix("\n")
        elif field.get("type") in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                values[name] = field.get("value", "on")
        elif field.get("type") not in {"submit", "button", "file"}:
            values[name] = field.get("value", "")
    # StreamFields are drawn by the browser from this; an empty one sends its count.
    for block in form.find_all(attrs={"data-block": True}):
        values.setdefault(f"{block['id']}-count", "0")
    return {name: value for name, value in values.items() if "__prefix__" not in name}


def errors_shown(response) -> list[str]:
    """The messages beside fields and rows on a screen, in order."""
    soup = BeautifulSoup(response.content, "html.parser")
    shown = soup.select(".error-message, .w-field__errors .error-message, .help-critical, .errorlist li")
    return [re.sub(r"\s+", " ", part.text).strip() for part in shown]
