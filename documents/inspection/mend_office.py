"""The public copy of an office document: the same parts, packed anew, with clean information and clean pictures."""

import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from . import containers, office
from .pictures import without_private_data

DC = "http://purl.org/dc/elements/1.1/"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = {
    "dc": DC,
    "cp": CORE,
    "dcterms": "http://purl.org/dc/terms/",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "office": OFFICE,
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "ap": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
# Beside the names: how long somebody worked on it, and what an organisation's own programs note down.
WORKING_NOTES = {
    "TotalTime", "revision", "lastPrinted", "editing-cycles", "editing-duration", "print-date", "user-defined",
}  # fmt: skip
ATTACHED_TEMPLATE = re.compile(rb"<(\w+:)?attachedTemplate\b[^>]*?(/>|>\s*</(\w+:)?attachedTemplate>)")
# Google's programs write no information at all; a part for it is put in, and named in the two lists of parts.
NO_CORE = f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}"/>'.encode()
CORE_ANNOUNCED = {
    "[Content_Types].xml": (
        "Override",
        {
            "PartName": f"/{office.CORE_PART}",
            "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
        },
    ),
    "_rels/.rels": (
        "Relationship",
        {"Id": "rIdCore", "Type": f"{RELATIONSHIPS}/metadata/core-properties", "Target": office.CORE_PART},
    ),
}
EPOCH = (1980, 1, 1, 0, 0, 0)


for prefix, namespace in NAMESPACES.items():
    register_namespace(prefix, namespace)


def write_ooxml_copy(path: Path, out_path: Path, title: str, language: str) -> set[str]:
    """Write the public copy of a document of Word, Excel or PowerPoint; answers what was done to it."""
    with containers.opened(path) as archive:
        has_core = any(is_core(name) for name in archive.namelist())

    def mended(name: str, content: bytes, done: set[str]) -> bytes:
        if not has_core and name in CORE_ANNOUNCED:
            return announced(content, *CORE_ANNOUNCED[name])
        return mended_ooxml(name, content, title, language, done)

    return write_copy(path, out_path, mended, {} if has_core else {office.CORE_PART: NO_CORE})


def write_opendocument_copy(path: Path, out_path: Path, title: str, language: str) -> set[str]:
    """Write the public copy of a document of LibreOffice; answers what was done to it."""
    return write_copy(
        path, out_path, lambda name, content, done: mended_open(name, content, title, language, done)
    )


def write_copy(path: Path, out_path: Path, mended, added: dict[str, bytes] | None = None) -> set[str]:
    """Pack all parts anew, and those added, each as `mended(name, content, done)` gives it."""
    done: set[str] = set()
    with containers.opened(path) as archive, zipfile.ZipFile(out_path, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            content = mended(entry.filename, containers.read(archive, entry.filename), done)
            # The time of packing would say when somebody worked; LibreOffice's first part must not be compressed.
            written = zipfile.ZipInfo(entry.filename, EPOCH)
            written.compress_type = entry.compress_type
            copy.writestr(written, content)
        for name, content in (added or {}).items():
            copy.writestr(zipfile.ZipInfo(name, EPOCH), mended(name, content, done))
    return done


def is_core(name: str) -> bool:
    """Whether a part holds the title and the author of an Office document."""
    return name == office.CORE_PART or name.endswith(office.OTHER_CORE_PART)


def announced(content: bytes, tag: str, values: dict[str, str]) -> bytes:
    """A part that lists others, with one more in its list."""
    root = fromstring(content, forbid_dtd=True)
    SubElement(root, root.tag.rpartition("}")[0] + "}" + tag, values)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def mended_ooxml(name: str, content: bytes, title: str, language: str, done: set[str]) -> bytes:
    """One part of a document of Word, Excel or PowerPoint, as it goes out."""
    if is_core(name):
        return mended_information(content, {f"{{{DC}}}title": title, f"{{{DC}}}language": language}, done)
    if name in ("docProps/app.xml", "docProps/custom.xml"):
        return mended_information(content, {}, done, empty=name.endswith("custom.xml"))
    if name == "word/_rels/settings.xml.rels":
        return without_template(content, done)
    if name == "word/settings.xml":
        return ATTACHED_TEMPLATE.sub(b"", content)
    return mended_picture(name, content, done)


def mended_open(name: str, content: bytes, title: str, language: str, done: set[str]) -> bytes:
    """One part of a document of LibreOffice, as it goes out."""
    if name == "meta.xml":
        return mended_information(content, {f"{{{DC}}}title": title, f"{{{DC}}}language": language}, done)
    return mended_picture(name, content, done)


def mended_picture(name: str, content: bytes, done: set[str]) -> bytes:
    """A part that may be a picture, without what its camera wrote."""
    cleaned = without_private_data(content)
    if cleaned != content:
        done.add("pictures")
    return cleaned


def mended_information(content: bytes, values: dict[str, str], done: set[str], empty: bool = False) -> bytes:
    """A part with a document's information, without names and working notes, and with these values set."""
    root = fromstring(content, forbid_dtd=True)
    holder = root.find(f"{{{OFFICE}}}meta")
    holder = root if holder is None else holder
    for element in list(holder):
        tag = containers.local(element.tag)
        is_naming = tag in office.NAMING_PROPERTIES or tag == "template"
        if empty or is_naming or tag in WORKING_NOTES:
            holder.remove(element)
            if empty or (is_naming and ("".join(element.itertext()).strip() or element.attrib)):
                done.add("names")
    for tag, value in values.items():
        if value:
            set_value(holder, tag, value, done)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def set_value(holder: Element, tag: str, value: str, done: set[str]) -> None:
    """Set one piece of information."""
    element = holder.find(tag)
    if element is None:
        element = SubElement(holder, tag)
    if (element.text or "").strip() != value:
        element.text = value
        done.add(containers.local(tag))


def without_template(content: bytes, done: set[str]) -> bytes:
    """Relationships without the one to somebody's own template."""
    root = fromstring(content, forbid_dtd=True)
    for element in list(root):
        if element.get("Type", "").endswith("/attachedTemplate"):
            root.remove(element)
            done.add("names")
    return tostring(root, encoding="utf-8", xml_declaration=True)
