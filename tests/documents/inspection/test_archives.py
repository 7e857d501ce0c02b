"""Archives: safe to unpack, and every document inside looked at."""

import io
import stat
import struct
import zipfile

import pytest

from . import files
from .files import zip_of


def renamed(archive: bytes, old: bytes, new: bytes) -> bytes:
    """An archive with an entry's name changed behind the back of the program that packs it."""
    assert len(old) == len(new)
    return archive.replace(old, new)


def bomb(claimed: int) -> bytes:
    """An archive whose directory says that one small entry unpacks to `claimed` bytes."""
    archive = bytearray(zip_of({"a.txt": b"0" * 1000}))
    directory = archive.rindex(b"PK\x01\x02")
    struct.pack_into("<I", archive, directory + 24, claimed)
    return bytes(archive)


def nominal_ten_gigabytes() -> bytes:
    """Ten entries of zeros, of a gigabyte each, that together take ten megabytes."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("a.txt", "w") as member,
    ):
        for _ in range(1024):
            member.write(bytes(1024 * 1024))
    content = written.getvalue()
    # The other nine claim what the first one holds.
    directory = content.rindex(b"PK\x01\x02")
    end = content.rindex(b"PK\x05\x06")
    entry = content[directory:end]
    entries = b"".join(entry.replace(b"a.txt", b"%d.txt" % number) for number in range(10))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 10, 10, len(entries), directory, 0)
    return content[:directory] + entries + tail


def overlapping() -> bytes:
    """Two entries that share the same packed bytes."""
    content = zip_of({"a.txt": b"0" * 1000})
    directory = content.rindex(b"PK\x01\x02")
    end = content.rindex(b"PK\x05\x06")
    entry = content[directory:end]
    entries = entry + entry.replace(b"a.txt", b"b.txt")
    return (
        content[:directory]
        + entries
        + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(entries), directory, 0)
    )


def link() -> bytes:
    entry = zipfile.ZipInfo("passwords")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    return written.getvalue()


def twice() -> bytes:
    return renamed(zip_of({"a.txt": "one", "b.txt": "two"}), b"b.txt", b"a.txt")


def encrypted() -> bytes:
    content = bytearray(zip_of({"a.txt": "words"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


REFUSED = {
    "a bomb by its ratio": ("archive-bomb", bomb(2_000_000_000)),
    "entries over one another": ("archive-bomb", overlapping()),
    "a path upwards": ("unsafe-name", zip_of({"../../a.txt": "x"})),
    "a path upwards on Windows": ("unsafe-name", zip_of({"..\\..\\a.txt": "x"})),
    "a path from the root": ("unsafe-name", zip_of({"/etc/a.txt": "x"})),
    "a drive": ("unsafe-name", zip_of({"C:/a.txt": "x"})),
    "a link": ("unsafe-name", link()),
    "a name twice": ("unsafe-name", twice()),
    "a password": ("encrypted", encrypted()),
    "an odd packing": ("odd-packing", zip_of({"a.txt": b"x" * 100}, zipfile.ZIP_LZMA)),
    "an archive inside": ("archive-in-archive", zip_of({"inner.zip": zip_of({"a.txt": "x"})})),
    "an archive of another kind": ("archive-in-archive", zip_of({"inner.7z": b"7z\xbc\xaf\x27\x1c"})),
    "an archive under another name": ("archive-in-archive", zip_of({"inner.dat": zip_of({"a.txt": "x"})})),
    "a program": ("embedded-program", zip_of({"setup.exe": files.PROGRAM})),
    "a program under another name": ("embedded-program", zip_of({"notes.dat": files.PROGRAM})),
    "a script": ("embedded-program", zip_of({"notes.js": "var a"})),
    "a document with macros": ("embedded-program", zip_of({"notes.docm": files.docx()})),
    "HTML posing inside": ("wrong-content", zip_of({"notes.pdf": "<html><script>x</script>"})),
    "macros inside": ("macros", zip_of({"notes.docx": files.docx(parts={"word/vbaProject.bin": "x"})})),
    "nothing": ("empty-file", zip_of({})),
    "half an archive": ("unreadable", zip_of({"a.txt": "words" * 200})[:60]),
}


@pytest.mark.parametrize(("code", "content"), REFUSED.values(), ids=REFUSED.keys())
def test_an_unsafe_archive_is_refused(look, code, content):
    assert code in {finding.code for finding in look("papers.zip", content).obstacles}


def test_ten_gigabytes_are_refused_before_they_are_unpacked(look):
    content = nominal_ten_gigabytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sum(entry.file_size for entry in archive.infolist()) == 10 * 1024**3
    assert {finding.code for finding in look("papers.zip", content).obstacles} == {"archive-bomb"}


def test_a_hundred_thousand_entries_are_refused_before_the_directory_is_read(look):
    content = zip_of({f"{number}.txt": "" for number in range(25_000)})
    assert {finding.code for finding in look("papers.zip", content).obstacles} == {"too-many-entries"}


@pytest.mark.parametrize("name", ["notes.docx", "notes.odt", "book.epub"])
def test_a_bomb_is_refused_whatever_it_is_called(codes, name):
    assert codes(name, bomb(2_000_000_000)) == {"archive-bomb"}


def test_what_is_wrong_inside_is_told_with_its_document(look, clean_pdf):
    archive = zip_of({"papers/beds.csv": "NHS number\n943 476 5919\n", "papers/review.pdf": clean_pdf})
    report = look("papers.zip", archive)
    assert report.obstacles == []
    assert [finding.where for finding in report.warnings if finding.code == "nhs-number"] == [
        "papers/beds.csv"
    ]


def test_an_honest_archive_passes(codes):
    archive = zip_of({"papers/": "", "papers/beds.csv": "Ward,Beds\nA,3\n", "papers/logo.dat": b"\x01\x02"})
    assert codes("papers.zip", archive) == set()


CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'


def epub(page: str = "<html><body><p>Findings.</p></body></html>", **parts) -> bytes:
    return zip_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "book.opf": (
                '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Findings</dc:title>'
                "<dc:language>en-GB</dc:language></metadata></package>"
            ),
            "page.xhtml": page,
            **parts.get("parts", {}),
        }
    )


def test_an_honest_book_passes(codes):
    assert codes("book.epub", epub()) == set()


@pytest.mark.parametrize(
    "page",
    [
        "<html><script>x</script></html>",
        '<html><img onerror="x()"/></html>',
        '<a href="javascript:x()">a</a>',
    ],
)
def test_a_book_that_runs_is_refused(codes, page):
    assert codes("book.epub", epub(page)) == {"epub-script"}


def test_a_locked_book_is_refused_and_scrambled_fonts_are_not(codes):
    def locked(algorithm):
        return epub(parts={"META-INF/encryption.xml": f'<a><EncryptionMethod Algorithm="{algorithm}"/></a>'})

    assert codes("book.epub", locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc")) == {"epub-locked"}
    assert codes("book.epub", locked("http://www.idpf.org/2008/embedding")) == set()
