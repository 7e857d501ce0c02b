"""Numbers as people write them."""

from decimal import Decimal

from django.forms import NumberInput


def without_idle_zeros(value: Decimal, *, grouped: bool = False) -> str:
    """A number of at most two places: "250", "3.6", "12.25"; "250.00" would read as money. `grouped` gives "1,250"."""
    digits = f"{value:,.2f}" if grouped else f"{value:.2f}"
    return digits.rstrip("0").rstrip(".")


class PlainNumberInput(NumberInput):
    """A field for a number that shows a stored one without idle zeros, and what was typed as it was typed."""

    def format_value(self, value):
        return without_idle_zeros(value) if isinstance(value, Decimal) else super().format_value(value)
