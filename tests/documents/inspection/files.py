"""Files as they are uploaded: honest ones, and ones built to do harm."""

import zipfile
from io import BytesIO

import openpyxl
import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS_OF_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + b"\0" * 60 + b"PE\0\0This program cannot be run in DOS mode"


def clean_pdf(pages: int = 1, words: str = "Findings of the review.", author: str = "") -> bytes:
    """A tagged PDF with title, language and bookmarks, as a careful author exports it."""
    writer = f', author: "{author}"' if author else ""
    source = [
        f'#set document(title: "Findings"{writer})',
        '#set text(lang: "en", region: "GB")',
        *(f"= Part {number}\n{words}\n#pagebreak(weak: true)" for number in range(1, pages + 1)),
    ]
    return typst.compile("\n".join(source).encode())


def changed_pdf(change, source: bytes | None = None, **saving) -> bytes:
    """A PDF after `change(pdf)`, made of the clean one unless another is given."""
    written = BytesIO()
    with pikepdf.open(BytesIO(source or clean_pdf())) as pdf:
        change(pdf)
        pdf.save(written, **saving)
    return written.getvalue()


def drawn_pdf(drawing: str, resources: dict | None = None) -> bytes:
    """A clean PDF whose page is drawn anew by these operators; `/F1` is a font."""

    def draw(pdf):
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page = pdf.pages[0]
        page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
        for key, value in (resources or {}).items():
            page.Resources[key] = value(pdf) if callable(value) else value
        page.Contents = pdf.make_stream(drawing.encode())

    return changed_pdf(draw)


def action(kind: str, **entries) -> Dictionary:
    """An action of a PDF."""
    return Dictionary(S=Name(f"/{kind}"), **entries)


def script() -> Dictionary:
    """An action that runs JavaScript."""
    return action("JavaScript", JS=String("app.alert(1)"))


def annotation(kind: str, **entries) -> Dictionary:
    """An annotation on a page."""
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([10, 10, 90, 90]), **entries)


def zip_of(parts: dict[str, bytes | str], compression=zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def relation(kind: str, target: str, external: bool = True) -> str:
    """Relationships of a part, with one that reaches for `target`."""
    mode = ' TargetMode="External"' if external else ""
    return (
        f'<Relationships xmlns="{RELS}"><Relationship Id="rId9" Type="{KINDS_OF_RELATION}/{kind}" '
        f'Target="{target}"{mode}/></Relationships>'
    )


def content_types(main: str, *more: str) -> str:
    """The part that says what every other part is."""
    overrides = "".join(
        f'<Override PartName="/part{n}" ContentType="{kind}"/>' for n, kind in enumerate((main, *more))
    )
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def core(title: str = "Findings", language: str = "en-GB", creator: str = "") -> str:
    """The information of an Office document."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dc:language>{language}</dc:language>"
        f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
    )


def docx(
    body: str = "<w:p><w:r><w:t>Findings.</w:t></w:r></w:p>", types: tuple = (), information=None, **parts
) -> bytes:
    """A Word document with this body; further parts are named by `parts={name: content}`."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zip_of(
        {
            "[Content_Types].xml": content_types(main, *types),
            "_rels/.rels": relation("officeDocument", "word/document.xml", external=False),
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": information or core(),
            **parts.get("parts", {}),
        }
    )


def field(*pieces: str) -> str:
    """A paragraph with a field, its code in pieces as Word writes it."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def pptx(hidden: bool = False, words: str = "Findings", **parts) -> bytes:
    """A presentation of one slide."""
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    show = ' show="0"' if hidden else ""
    return zip_of(
        {
            "[Content_Types].xml": content_types(main),
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{SLIDES}"/>',
            "ppt/slides/slide1.xml": (
                f'<p:sld xmlns:p="{SLIDES}" xmlns:a="{DRAWING}"{show}>'
                f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{words}</a:t></a:r></a:p></p:sld>'
            ),
            "docProps/core.xml": core(),
            **parts.get("parts", {}),
        }
    )


def xlsx(fill=lambda book: None, creator: str = "") -> bytes:
    """A workbook as openpyxl writes it, after `fill(book)`."""
    book = openpyxl.Workbook()
    book.active.title = "Findings"
    book.active.append(["Ward", "Beds"])
    book.properties.title = "Findings"
    book.properties.creator = creator
    fill(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def with_parts(archive: bytes, changed: dict[str, bytes | str]) -> bytes:
    """An archive with parts replaced or added."""
    with zipfile.ZipFile(BytesIO(archive)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    return zip_of({**parts, **changed})


ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in ODF.items())
MIMETYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def opendocument(ending: str = "odt", body: str = "", styles: str = "", meta: str = "", parts=None) -> bytes:
    """A document of LibreOffice with this body."""
    folder = MIMETYPES[ending]
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{folder}>{body}</office:{folder}></office:body></office:document-content>"
    )
    return zip_of(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{folder}",
            "content.xml": content,
            "meta.xml": (
                f"<office:document-meta {SPACES}><office:meta><dc:title>Findings</dc:title>"
                f"<dc:language>en-GB</dc:language>{meta}</office:meta></office:document-meta>"
            ),
            **(parts or {}),
        }
    )


def without_parts(archive: bytes, *names: str) -> bytes:
    """An archive without these parts."""
    with zipfile.ZipFile(BytesIO(archive)) as read:
        return zip_of({name: read.read(name) for name in read.namelist() if name not in names})
