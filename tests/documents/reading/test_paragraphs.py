"""Lines that paper broke become paragraphs again."""

from documents.reading.paragraphs import paragraphs


def test_full_lines_go_on_and_a_short_one_ends_a_paragraph():
    lines = [
        "We looked at the care that people had had",
        "in three trusts over two years and found",
        "much to do.",
        "Next steps",
        "We will act on all of it, and we will say",
    ]
    assert paragraphs("\n".join(lines)) == [
        "We looked at the care that people had had in three trusts over two years and found much to do.",
        "Next steps",
        "We will act on all of it, and we will say",
    ]


def test_points_of_a_list_stay_apart():
    text = "• the first thing that was found by us\n• the second thing found by all of us"
    assert len(paragraphs(text)) == 2


def test_an_empty_line_ends_a_paragraph():
    assert paragraphs("One line here\n\nAnd another one") == ["One line here", "And another one"]


def test_nothing_is_no_paragraph():
    assert paragraphs("") == []
