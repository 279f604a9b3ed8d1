"""Days in a delivery: as Danish text writes them, or as the description says, and never guessed.

`01/02/2025` is the first of February to a Dane and the second of January to some spreadsheets. A file decides by its
other cells: where one can only be day first, all are; where none tells, the file is ambiguous (see `Evidence`).
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

import pyarrow as pa

from pejl.calendar.days import parse_day
from pejl.intake.cells.read import Cells, Spellings
from pejl.intake.faults import FaultKind

_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?Z?\Z")
_SLASHES = re.compile(r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>[0-9]{2,4})\Z", re.ASCII)
_YEAR_FIRST = re.compile(r"[0-9]{4}", re.ASCII)
_MONTH = re.compile(r"(?P<year>[0-9]{4})-?M?(?P<month>[0-9]{2})\Z", re.ASCII)
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[-./](?P<year>[0-9]{4})\Z", re.ASCII)
OPEN_END = frozenset({"9999-12-31", "31-12-9999", "31.12.9999", "31/12/9999", "2999-12-31", "31-12-2999"})
"""What systems write for a spell that has not ended. It stands for nothing."""

EARLIEST, LATEST = dt.date(1900, 1, 2), dt.date(2099, 12, 31)
"""Days outside these are what systems write for no day, or slips of the hand."""


class DayOrder(StrEnum):
    """How a file orders a day written in figures with slashes, or all its days where that is stated."""

    DAY_FIRST = "d-m-y"
    MONTH_FIRST = "m/d/y"
    YEAR_FIRST = "y-m-d"


class Days:
    """Reads a column of days. `ambiguous` is a cell that could be read in two ways, where no other cell decides."""

    def __init__(self, order: DayOrder | None = None) -> None:
        self._order = order
        self._spellings = Spellings(self._read, pa.date32())
        self._either: str | None = None
        self._day_first: str | None = None
        self._month_first: str | None = None

    def cells(self, written: pa.StringArray) -> Cells:
        """The days of the column."""
        return self._spellings.cells(written)

    @property
    def ambiguous(self) -> str | None:
        """An example of what may not be guessed, once the whole file is read."""
        if self._order is not None or self._day_first is not None:
            return None
        return self._month_first or self._either

    def danish(self, text: str) -> str:
        """The cell as a Dane writes it, where the file has months first; otherwise as it is."""
        if self._order is DayOrder.MONTH_FIRST and (match := _SLASHES.match(_MIDNIGHT.sub("", text))):
            return f"{match['second']}/{match['first']}/{match['year']}"
        return text

    def _read(self, text: str) -> dt.date | FaultKind | None:
        plain = _MIDNIGHT.sub("", text)
        if plain in OPEN_END:
            return None
        if self._order is None:
            self._weigh(plain)
        return _within(self._day_of(plain))

    def _day_of(self, text: str) -> dt.date | None:
        if self._order is DayOrder.MONTH_FIRST and (match := _SLASHES.match(text)):
            return parse_day(f"{match['second']}/{match['first']}/{match['year']}")
        if self._order is DayOrder.YEAR_FIRST and not _YEAR_FIRST.match(text):
            return None
        return parse_day(text)

    def _weigh(self, text: str) -> None:
        """Note what a day with slashes tells of the file's order."""
        if not (match := _SLASHES.match(text)):
            return
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            self._day_first = text
        elif second > 12 >= first:
            self._month_first = text
        elif first != second:
            self._either = self._either or text


def month_cells(order: DayOrder | None = None) -> Days:
    """Reads a column of months."""
    return Months(order)


class Months(Days):
    """Reads a column of months: 2025-12, 202512, 2025M12, 12-2025, or any day of the month."""

    def _read(self, text: str) -> dt.date | FaultKind | None:
        if match := _MONTH.match(text) or _MONTH_FIRST.match(text):
            year, month = int(match["year"]), int(match["month"])
            return dt.date(year, month, 1) if 1 <= month <= 12 and 1900 <= year <= 2099 else FaultKind.NO_DAY
        day = super()._read(text)
        return day.replace(day=1) if isinstance(day, dt.date) else day


def _within(day: dt.date | None) -> dt.date | FaultKind:
    return FaultKind.NO_DAY if day is None or not EARLIEST <= day <= LATEST else day
