"""The arithmetic that the text of a rule may use besides + - * / and comparisons. Each has one meaning on all engines.

Kroner are floating-point numbers; what is rounded is rounded here, where the law says so, and half goes up. A tenth of
a millionth of an øre is added first, so that 1.005, which no binary number is, counts as a half.

Months end clamped: 31 January plus one month is the last of February (`pejl.calendar.months`).
"""

from __future__ import annotations

import datetime as dt
import math

from pejl.calendar import months

HAIR = 1e-7
"""What is added before rounding: far less than any amount, far more than what binary numbers are off by."""


def whole_kroner(amount: float) -> float:
    """The nearest whole kroner; half a krone goes up."""
    return math.floor(amount + 0.5 + HAIR) * 1.0


def oere(amount: float) -> float:
    """The nearest whole øre, as kroner; half an øre goes up."""
    return math.floor(amount * 100 + 0.5 + HAIR) / 100


def down_to(amount: float, step: float) -> float:
    """The highest multiple of `step` that is not above `amount`."""
    return math.floor(amount / step + HAIR) * step


def months_after(day: dt.date, count: int) -> dt.date:
    """The same day `count` months later (or, negative, before), the last day of the month where it has no such day."""
    return months.add_months(day, count)


def weeks_after(day: dt.date, count: int) -> dt.date:
    """The same day of the week, `count` weeks later."""
    return day + dt.timedelta(days=7 * count)


def days_after(day: dt.date, count: int) -> dt.date:
    """`count` days later: one day after today is tomorrow."""
    return day + dt.timedelta(days=count)


def days_between(first: dt.date, last: dt.date) -> int:
    """How many nights lie between: nought on the same day, negative where `last` is before `first`."""
    return (last - first).days


def weeks_between(first: dt.date, last: dt.date) -> int:
    """How many whole weeks have passed, counted towards nought."""
    return months.weeks_between(first, last)


def years_between(first: dt.date, last: dt.date) -> int:
    """How many birthdays have passed since `first`; a birthday on 29 February passes on 1 March in other years."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def last_of_month(day: dt.date) -> dt.date:
    """The last day of the month that `day` lies in."""
    return months.last_of_month(day)
