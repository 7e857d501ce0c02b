"""What a PDF holds and does not show: layers, comments, redactions never applied, names in its information."""

import pikepdf

from . import office
from .report import Rule, Severity

COVERED_TEXT = Rule(
    "text-under-boxes",
    Severity.WARNED,
    "There is text under a dark box: it looks redacted, and anybody can select and copy it.",
    "Remove the text in the original and export it again, or use a redaction tool that deletes what it covers.",
)
UNAPPLIED = Rule(
    "redaction-not-applied",
    Severity.WARNED,
    "Text is marked for redaction, and the redaction was never applied: it can still be read.",
    "In Acrobat choose Redact, Apply, then save it under a new name.",
)
# What a PDF's information may keep: nothing in these names anybody.
HARMLESS_INFORMATION = frozenset(("/Title", "/Subject", "/Keywords", "/CreationDate", "/ModDate", "/Trapped"))
NAMES = {"/Author": "author", "/Creator": "software", "/Producer": "software", "/Company": "organisation"}


def findings(pdf: pikepdf.Pdf, contents) -> list:
    """What is in a PDF beside what it shows; `contents` is what the walk through its objects found."""
    found = []
    layers = hidden_layers(pdf)
    if layers:
        found.append(office.HIDDEN_LAYERS.found(places=[f"layer {name}" for name in layers]))
    if contents.has_comments:
        found.append(office.COMMENTS.found(by=office.by(contents.comments_by)))
    if contents.has_unapplied_redaction:
        found.append(UNAPPLIED.found())
    named = named_in_information(pdf)
    if named:
        found.append(office.NAMES_REMOVED.found(what=", ".join(named)))
    return found


def hidden_layers(pdf: pikepdf.Pdf) -> list[str]:
    """The names of the layers that are not shown when the PDF is opened."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return []
    layers, default = properties.get("/OCGs"), properties.get("/D")
    if not isinstance(layers, pikepdf.Array) or not isinstance(default, pikepdf.Dictionary):
        return []
    if str(default.get("/BaseState", "/ON")) == "/OFF":
        shown = {entry.objgen for entry in listed(default, "/ON")}
        hidden = [layer for layer in layers if layer.objgen not in shown]
    else:
        hidden = listed(default, "/OFF")
    return [
        str(layer.get("/Name", "")) or "without a name"
        for layer in hidden
        if isinstance(layer, pikepdf.Dictionary)
    ]


def listed(default: pikepdf.Dictionary, key: str) -> list:
    """The layers in one of the configuration's lists."""
    entries = default.get(key)
    return (
        [entry for entry in entries if isinstance(entry, pikepdf.Dictionary)]
        if isinstance(entries, pikepdf.Array)
        else []
    )


def named_in_information(pdf: pikepdf.Pdf) -> list[str]:
    """What kinds of people and software a PDF's information names."""
    information = pdf.trailer.get("/Info")
    if not isinstance(information, pikepdf.Dictionary):
        return []
    keys = [
        key for key, value in information.items() if key not in HARMLESS_INFORMATION and str(value).strip()
    ]
    return list(dict.fromkeys(NAMES.get(key, "other information") for key in keys))
