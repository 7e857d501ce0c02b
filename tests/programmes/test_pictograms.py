"""Numbers as dots."""

from decimal import Decimal

import pytest

from programmes.pictograms import pictogram, rows_of_dots


@pytest.mark.parametrize(
    ("value", "unit", "filled", "dots", "each"),
    [
        ("81000000", "items", 81, 81, "1 million"),
        ("3600000", "people", 36, 36, "100,000"),
        ("250", "people", 25, 25, "10"),
        ("6", "boroughs", 6, 6, ""),
        ("75", "%", 75, 100, ""),
        ("0.4", "%", 0, 100, ""),
    ],
)
def test_a_number_is_drawn_true_to_size(value, unit, filled, dots, each):
    drawn = pictogram(Decimal(value), unit)
    assert (drawn.filled, drawn.dots, drawn.each_in_words) == (filled, dots, each)


@pytest.mark.parametrize(
    ("value", "unit"), [("0", "people"), ("-3", "people"), ("120", "%"), ("0.2", "beds")]
)
def test_what_dots_would_falsify_is_not_drawn(value, unit):
    assert pictogram(Decimal(value), unit) is None


def test_a_row_ends_after_ten_dots():
    assert rows_of_dots(0, 12) == "M6 6h108.1M6 18h12.1"


def test_the_rest_of_a_whole_goes_on_where_the_share_ends():
    assert rows_of_dots(8, 12) == "M102 6h12.1M6 18h12.1"
