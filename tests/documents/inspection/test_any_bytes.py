"""Whatever bytes come under whatever name: there is a report, and never an error."""

import functools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.inspection import kinds
from documents.inspection.report import Report

from . import files

ENDINGS = sorted(kinds.NAMES)
invented = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@functools.cache
def honest() -> dict[str, bytes]:
    """One whole file of each family."""
    return {
        "pdf": files.clean_pdf(),
        "docx": files.docx(files.field("PAGE")),
        "xlsx": files.xlsx(),
        "pptx": files.pptx(),
        "odt": files.opendocument(body="<text:p>Findings</text:p>"),
        "zip": files.zip_of({"a.csv": "a,b", "b.pdf": files.clean_pdf()}),
        "rtf": rb"{\rtf1{\field{\*\fldinst PAGE}{\fldrslt 1}}}",
        "csv": b"a,b\n1,2\n",
        "mp4": b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov",
        "mp3": (b"\xff\xfb\x90\x00" + b"\0" * 413) * 4,
        "webm": b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm\x18\x53\x80\x67\x84\0\0\0\0",
    }


def is_report(report) -> bool:
    assert isinstance(report, Report)
    assert Report.from_data(report.as_data()) == report
    return all(str(finding) and finding.how_to_fix for finding in report.findings)


@invented
@given(content=st.binary(max_size=3000), ending=st.sampled_from(ENDINGS), name=st.text(max_size=20))
def test_random_bytes(look, content, ending, name):
    assert is_report(look(f"{name}.{ending}", content))


@pytest.mark.parametrize("ending", honest())
@settings(invented, max_examples=25)
@given(data=st.data())
def test_whole_files_cut_off(look, ending, data):
    content = honest()[ending]
    assert is_report(look(f"a.{ending}", content[: data.draw(st.integers(0, len(content)))]))


@pytest.mark.parametrize("ending", honest())
@settings(invented, max_examples=25)
@given(data=st.data())
def test_whole_files_with_bytes_changed(look, ending, data):
    content = bytearray(honest()[ending])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert is_report(look(f"a.{ending}", bytes(content)))


@invented
@given(
    part=st.sampled_from(["word/document.xml", "docProps/core.xml", "[Content_Types].xml"]),
    content=st.binary(max_size=500),
)
def test_word_documents_with_a_broken_part(look, part, content):
    assert is_report(look("a.docx", files.docx(parts={part: content})))
