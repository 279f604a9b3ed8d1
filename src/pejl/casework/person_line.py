"""What has happened in a person's case, and what is to come: benefits, talks, offers and last days on one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pejl.casework.duty_book import DutyBook
from pejl.casework.worklists.row import Row
from pejl.register.one_person import Moment

TABLES = ("benefit_spells", "sick_leave_spells", "talks", "offers", "plans")
"""The tables that tell of a case."""


@dataclass(frozen=True)
class Station:
    """A place on the line: something that was delivered (`moment`), or the last day of a deadline (`row`)."""

    day: dt.date
    moment: Moment | None = None
    row: Row | None = None
    title: str = ""


def line_of(moments: Iterable[Moment], rows: Iterable[Row], book: DutyBook) -> list[Station]:
    """The line, the latest day first; what falls on the same day, last days first."""
    stations = [*_last_days(rows, book), *_moments(moments)]
    return sorted(stations, key=lambda each: each.day, reverse=True)


def _last_days(rows: Iterable[Row], book: DutyBook) -> Iterator[Station]:
    for row in rows:
        version = book.version_of(row)
        yield Station(row.due, row=row, title=version.danish if version else row.duty)


def _moments(moments: Iterable[Moment]) -> Iterator[Station]:
    for moment in moments:
        if moment.table.name in TABLES:
            yield Station(moment.first, moment=moment, title=moment.table.danish)
