"""Working days in England: neither a Saturday, a Sunday nor a bank holiday.

The bank holidays are those that come with the library, so that nothing is fetched; it is renewed with its releases.
Beyond the years that it knows, only weekends are left out.
"""

from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

A_DAY = timedelta(days=1)


@cache
def calendar() -> BankHolidays:
    """The bank holidays that came with the library."""
    return BankHolidays(use_cached_holidays=True)


def is_working_day(day: date) -> bool:
    """Whether offices in England are open on a day."""
    return calendar().is_work_day(day, division=BankHolidays.ENGLAND_AND_WALES)


def add_working_days(day: date, number: int) -> date:
    """The working day that lies so many working days after a day, which itself does not count."""
    while number > 0:
        day += A_DAY
        number -= is_working_day(day)
    return day


def working_days_between(day: date, last: date) -> int:
    """How many working days there are after a day up to another, which counts itself."""
    return sum(is_working_day(day + n * A_DAY) for n in range(1, (last - day).days + 1))
