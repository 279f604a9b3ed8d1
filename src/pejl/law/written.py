"""A value of the law as Danish text: kroner, hours and weeks with their unit, days in words, ja and nej."""

from __future__ import annotations

import datetime as dt

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_amount, danish_number
from pejl.law.label import label

_DECIMALS = 4
"""More than any amount or percentage of the law has: what comes after is the computer's, and is not written."""


NOTHING = "intet, se reglen"
"""What a rule comes to that knows all it looked at and names no value: no deadline, no limit, nothing said."""


def written(value: object, unit: str = "") -> str:
    """The value with its unit: "6.969 kr. pr. måned", "1. juli 2025", "ja"; None is "ukendt"."""
    if value is None:
        return "ukendt"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dt.date):
        return danish_day(value)
    if not isinstance(value, int | float):
        return label(str(value))
    if unit.startswith("kr."):
        return danish_amount(round(_whole(value), 2)) + unit.removeprefix("kr.")
    return f"{danish_number(round(_whole(value), _DECIMALS))} {unit}".strip()


def _whole(value: float) -> int | float:
    """37.0 is written 37."""
    return int(value) if value == int(value) else value
