"""A row as a page shows it: with its words, and what can be done about it with one click."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.calendar.days import short_day
from pejl.calendar.numbers import danish_count
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook
from pejl.casework.explained import time_left
from pejl.casework.worklists.row import Row
from pejl.web.casework.row_keys import RowKeys


@dataclass(frozen=True)
class ShownRow:
    """A row with the words of its duty, and the key by which its reader's forms name it (`row_keys`)."""

    row: Row
    danish: str
    cites: str
    key: str

    @property
    def left(self) -> str:
        """How far it is to the last day."""
        return time_left(self.row)

    @property
    def lacking(self) -> str:
        """What is missing: "2 af 4"."""
        return f"{self.row.missing} af {self.row.required}" if self.row.missing else ""

    @property
    def arranged(self) -> str:
        """What the register has booked."""
        return f"Booket i registeret {short_day(self.row.booked)}" if self.row.booked and self.row.state.open else ""

    @property
    def told(self) -> str:
        """What may be said aloud when the row changes."""
        return f"{self.danish}, sidste dag {short_day(self.row.due)}"

    @property
    def can_be_done(self) -> bool:
        """Whether there is anything to mark as done."""
        return self.row.mark is None and (self.row.state.open or self.row.state is State.LOST)


def shown(row: Row, book: DutyBook, keys: RowKeys) -> ShownRow:
    """The row with its words."""
    duty = book.version_of(row)
    return ShownRow(row, duty.danish if duty else row.duty, duty.cites if duty else "", keys.of(row))


def rows_counted(number: int) -> str:
    """Write "1 frist" or "12 frister"."""
    return danish_count(number, "frist", "frister")
