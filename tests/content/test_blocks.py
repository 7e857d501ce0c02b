"""Every block of a page's body, as a reader gets it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile

from documents.models import CustomDocument
from partnership.content.blocks.body import BodyBlock
from partnership.home.models import StandardPage
from partnership.images.models import CustomImage
from tests.images.pictures import plain

TEXT = "<p>Some <b>words</b>.</p>"
LINK = {"text": "Find a meeting", "page": None, "url": "https://example.org/"}
VIDEO = {
    "title": "Kooth",
    "url": "https://www.youtube.com/watch?v=abcdefghijk",
    "upload": None,
    "captions": None,
    "captions_checked": True,
    "transcript": TEXT,
    "audio_description": "not_needed",
    "described_url": "",
}
CONTACT = {
    "name": "Office",
    "text": TEXT,
    "phone": "020 3000 0000 (option 2)",
    "email": "a@example.org",
    "hours": "",
}


def drawn(kind, value):
    """One block as a reader gets it."""
    block = StandardPage(body=[(kind, value)]).body[0]
    return BeautifulSoup(block.render({"heading_level": 3}), "html.parser")


def document(name):
    return CustomDocument.objects.create(title="Findings", file=ContentFile(b"x" * 2048, name))


def table():
    block = BodyBlock().child_blocks["table"].child_blocks["table"]
    columns = [{"type": "text", "heading": "Borough"}, {"type": "number", "heading": "Places"}]
    return block.to_python({"columns": columns, "rows": [{"values": ["Merton", 12]}], "caption": ""})


# What an editor puts in, and words that a reader must find. The rest need files, and have tests of their own.
SIMPLE = [
    ("paragraph", TEXT, "Some words."),
    ("heading", {"text": "How", "level": "2"}, "How"),
    ("quote", {"text": "Listened to.", "attribution": "A carer"}, "A carer"),
    ("inset", {"text": TEXT}, "Some words."),
    ("warning", {"heading": "Important", "text": TEXT}, "Some words."),
    ("details", {"summary": "How counted", "text": TEXT, "expander": True}, "How counted"),
    ("do_dont", {"kind": "dont", "items": ["<p>wait</p>"]}, "Don’t"),
    ("action_link", LINK, "Find a meeting"),
    ("cards", {"cards": [{**LINK, "description": "When"}]}, "When"),
    ("contact", CONTACT, "Office"),
    ("summary_list", {"rows": [{"key": "Started", "value": "<p>2017</p>"}]}, "2017"),
    ("figures", {"figures": [{"value": "250+", "counts": "people", "source": "Report"}]}, "250+"),
    ("video", VIDEO, "Transcript"),
]
NEEDING_MORE = {"document_list", "file_checks", "picture", "table"}


@pytest.mark.parametrize(("kind", "value", "words"), SIMPLE)
def test_it_says_what_the_editor_wrote(kind, value, words):
    assert words in drawn(kind, value).text


def test_no_block_is_left_out_here():
    assert {case[0] for case in SIMPLE} | NEEDING_MORE == set(BodyBlock().child_blocks)


def test_a_table_has_a_caption_and_headings_both_ways():
    page = drawn("table", {"caption": "Places", "first_column_is_headings": True, "table": table()})
    assert page.caption.text == "Places"
    assert [cell.text for cell in page.select("th[scope=col]")] == ["Borough", "Places"]
    assert page.select_one("th[scope=row]").text.strip() == "Merton"
    assert page.td.text.strip() == "12"


def test_a_contact_can_be_dialled():
    assert drawn("contact", CONTACT).a["href"] == "tel:02030000000"


@pytest.mark.django_db
def test_a_document_says_its_type_and_size():
    page = drawn("document_list", {"heading": "Papers", "documents": [document("findings.pdf"), None]})
    assert len(page.find_all("li")) == 1
    assert "PDF, 2\xa0kB" in page.text
    assert "Request an accessible format of Findings" in page.text


@pytest.mark.django_db
class TestPictures:
    """Pictures that say something, and those that are decoration."""

    @pytest.fixture
    def image(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        return CustomImage.objects.create(title="Garden", file=ContentFile(plain(), "a.png"), credit="J. Doe")

    def test_its_description_stands_in_for_it(self, image):
        value = {"image": image, "alt_text": "A garden", "decorative": False, "caption": "In May"}
        page = drawn("picture", value)
        assert page.img["alt"] == "A garden"
        assert "In May" in page.figcaption.text
        assert "J. Doe" in page.figcaption.text

    def test_decoration_is_silent(self, image):
        page = drawn("picture", {"image": image, "alt_text": "", "decorative": True, "caption": ""})
        assert page.img["alt"] == ""


class TestVideos:
    """A linked video asks nothing of its host before play; an uploaded one nothing before it is started."""

    def test_a_linked_video_is_a_link_until_it_is_played(self):
        page = drawn("video", VIDEO)
        assert not page.find_all(["iframe", "script", "img", "link", "source", "video"])
        assert not page.select("[src]")
        assert page.a["href"] == VIDEO["url"]
        assert page.select_one("[data-video]")["data-video"].startswith("https://www.youtube-nocookie.com/")
        assert "Plays from YouTube" in page.text

    @pytest.mark.django_db
    def test_an_uploaded_video_has_captions_and_waits(self):
        value = VIDEO | {"url": "", "upload": document("f.webm"), "captions": document("f.vtt")}
        page = drawn(
            "video", value | {"audio_description": "separate", "described_url": "https://example.org/d"}
        )
        assert page.video["preload"] == "none"
        assert page.source["type"] == "video/webm"
        assert page.track["kind"] == "captions"
        assert page.find("a", href="https://example.org/d")
