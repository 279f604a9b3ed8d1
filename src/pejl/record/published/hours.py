"""When a meeting begins and ends, as moments in Danish time, from the day and the hours that minutes state."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from pejl.record.same_meeting import start as digits_of

DENMARK = ZoneInfo("Europe/Copenhagen")


def begins(date: dt.date | None, time: str) -> dt.datetime | None:
    """The beginning, where day and hour are stated."""
    digits = digits_of(time)
    if date is None or not digits or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    return dt.datetime.combine(date, dt.time(int(digits[:2]), int(digits[2:])), DENMARK)


def ends(date: dt.date | None, time: str, end_time: str) -> dt.datetime | None:
    """The end, where both hours are stated. An hour before the beginning is one after midnight."""
    begun, ended = begins(date, time), begins(date, end_time)
    if begun is None or ended is None or date is None:
        return None
    return ended if ended >= begun else begins(date + dt.timedelta(days=1), end_time)
