"""Tables, texts, subtitles, recordings and films."""

import struct

import pytest

TABLE = "Ward,Beds\nMaudsley,30\n"

TEXTS = {
    "a table": ("a.csv", TABLE, set()),
    "a table with numbers below nought": ("a.csv", "Change,Tel\n-3.5%,+44 20 3228 6000\n", set()),
    "a text": ("a.txt", "Findings: 3 < 4, and £5.", set()),
    "subtitles": ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n", set()),
    "no subtitles": ("a.vtt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n", {"not-subtitles"}),
    "DDE in a table": ("a.csv", "a,b\n=cmd|' /C calc'!A0,1\n", {"dde"}),
    "DDE behind a sign": ("a.csv", "a,b\n-2+3+cmd|' /C calc'!A0,1\n", {"dde"}),
    "formulas in a table": ("a.csv", 'a,b\n"=HYPERLINK(""http://x.test"",""x"")",1\n', {"formula-in-table"}),
    "an old encoding": ("a.csv", "Café,1\n".encode("cp1252"), {"old-encoding"}),
    "a text with a script in it": ("a.txt", "Hello <script>alert(1)</script>", {"wrong-content"}),
}


@pytest.mark.parametrize(("name", "content", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_texts(codes, name, content, expected):
    assert codes(name, content if isinstance(content, bytes) else content.encode()) == expected


def test_a_drawing_behind_a_long_remark_is_no_text(codes):
    drawing = f"<?xml version='1.0'?>\n<!-- {'x' * 9000} --><svg onload='alert(1)'/>"
    assert codes("a.txt", drawing.encode()) == {"wrong-content"}


def test_bytes_behind_a_long_text_are_no_text(codes):
    assert codes("a.txt", b"words " * 5000 + b"\0\0") == {"wrong-content"}


RICH = {
    "a rich text": (r"{\rtf1 Findings of the review.}", set()),
    "a table of contents": (r"{\rtf1{\field{\*\fldinst HYPERLINK {x://dde/}}{\fldrslt a}}}", set()),
    "an object": (r"{\rtf1{\object\objemb{\*\objdata 0105}}}", {"rtf-object"}),
    "a remote template": (r"{\rtf1{\*\template http://x.test/a.dotm}}", {"remote-template"}),
    "a template of its own": (r"{\rtf1{\*\template Normal.dotm}}", set()),
    "DDE": (r"{\rtf1{\field{\*\fldinst DDEAUTO cmd calc}{\fldrslt a}}}", {"dde"}),
    "DDE in pieces": (r"{\rtf1{\field{\*\fldinst{\b DD}{\i EAUTO cmd}}{\fldrslt a}}}", {"dde"}),
    "an object under a number": (r"{\rtf1{\object{\*\objdata1 0105}}}", {"rtf-object"}),
    "DDE in numbers": (r"{\rtf1{\field{\*\fldinst \'44\'44\'45AUTO cmd}{\fldrslt a}}}", {"dde"}),
    "a template in numbers": (r"{\rtf1{\*\template \u104?\'74tp\u58?//x.test/a}}", {"remote-template"}),
    "one without signs": (r"{\rtf1\uc0{\*\template \u104 t\u-65420 p://x.test/a}}", {"remote-template"}),
    "one over two lines": ("{\\rtf1{\\*\\template ht\ntp:/\n/x.test/a}}", {"remote-template"}),
    "DDE on the next line": ("{\\rtf1{\\field{\\*\\fldinst\nDDE cmd}{\\fldrslt a}}}", {"dde"}),
    "changes": (r"{\rtf1{\deleted gone}}", {"tracked-changes"}),
    "comments": (r"{\rtf1{\annotation x}}", {"comments"}),
    "names": (r"{\rtf1{\info{\author Jo Doe}}}", {"rtf-names"}),
    "half a text": (r"{\rtf1{\info{\title a", {"unreadable"}),
}


@pytest.mark.parametrize(("content", "expected"), RICH.values(), ids=RICH.keys())
def test_rich_texts(codes, content, expected):
    assert codes("a.rtf", content.encode()) == expected


def box(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


MP4 = box(b"ftyp", b"isom\0\0\0\0") + box(b"moov", b"\0" * 40) + box(b"mdat", b"\0" * 400)
WEBM = (
    b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm"
    + b"\x18\x53\x80\x67\x90"
    + b"\0" * 16
)  # fmt: skip
FRAME = b"\xff\xfb\x90\x00" + b"\0" * 413
MP3 = b"ID3\x03\0\0\0\0\0\x0a" + b"\0" * 10 + FRAME * 4


@pytest.mark.parametrize(
    ("name", "content"), [("a.mp4", MP4), ("a.webm", WEBM), ("a.mp3", MP3), ("a.mp3", FRAME * 4)]
)
def test_whole_recordings_pass(codes, name, content):
    assert codes(name, content) == set()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", MP4[:-100]),
        ("a.mp4", box(b"ftyp", b"isom\0\0\0\0") + box(b"mdat")),
        ("a.webm", WEBM[:-4]),
        ("a.mp3", MP3[:300]),
        ("a.mp3", b"ID3\x03\0\0\0\0\0\x0a" + b"words" * 50),
    ],
)
def test_half_recordings_are_refused(codes, name, content):
    assert codes(name, content) == {"unreadable"}


def test_a_film_that_says_where_it_was_made_is_warned_of(codes):
    placed = box(b"ftyp", b"isom\0\0\0\0") + box(b"moov", box(b"udta", box(b"\xa9xyz", b"+51.46-000.08/")))
    assert codes("a.mp4", placed) == {"recording-place"}
