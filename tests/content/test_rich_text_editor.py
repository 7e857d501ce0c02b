"""The editor of rich text takes whatever is posted to it."""

import json

import pytest

from partnership.content.rich_text_editor import NamedRichTextArea


@pytest.mark.parametrize(
    ("posted", "stored"),
    [
        ("", ""),
        (" ", ""),
        ("Typed without the editor <b>", "<p>Typed without the editor &lt;b&gt;</p>"),
        ("[1]", "<p>[1]</p>"),
        ("{}", "<p>{}</p>"),
    ],
)
def test_words_that_the_editor_did_not_write_are_kept_as_plain_text(posted, stored):
    assert NamedRichTextArea().value_from_datadict({"outcome": posted}, {}, "outcome") == stored


def test_what_the_editor_writes_is_read():
    block = {
        "key": "a1",
        "text": "Agreed",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    posted = json.dumps({"blocks": [block], "entityMap": {}})
    assert "Agreed</p>" in NamedRichTextArea().value_from_datadict({"outcome": posted}, {}, "outcome")
    assert not NamedRichTextArea().value_from_datadict({}, {}, "outcome")
