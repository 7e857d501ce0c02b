"""Dates known to the day, the month or the year only ("March 2021"), stored as the first day of what is known."""

from datetime import date, timedelta

from django.db import models
from django.utils import dateformat


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", "The day"
    MONTH = "month", "The month"
    YEAR = "year", "The year"


FORMATS = {Precision.DAY: "j F Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}
MACHINE_FORMATS = {Precision.DAY: "Y-m-d", Precision.MONTH: "Y-m", Precision.YEAR: "Y"}


def partial_date(value: date | None, precision: str) -> str:
    """Say a date as far as it is known: "27 September 2023", "September 2023" or "2023"; "" for none."""
    return dateformat.format(value, FORMATS[precision]) if value else ""


def machine_date(value: date | None, precision: str) -> str:
    """The same for the datetime attribute of HTML's <time>: "2023-09-27", "2023-09" or "2023"."""
    return dateformat.format(value, MACHINE_FORMATS[precision]) if value else ""


def last_day(value: date | None, precision: str) -> date | None:
    """The last day that a date known in part may mean: 31 March 2021 for March 2021; None for none."""
    if value is None or precision == Precision.DAY:
        return value
    if precision == Precision.YEAR:
        return date(value.year, 12, 31)
    return (value.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def precision_field(**kwargs):
    """The model field that stands beside a date that may be known in part."""
    return models.CharField(
        "how much of the date is known",
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
        **kwargs,
    )
