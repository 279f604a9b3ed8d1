"""The cells of an invented table, a column at a time: numbers until they are written, so that they can be reckoned
with; and when the source learned of them, so that a table can be written as it was known on any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pejl.register.contract import CONTRACT
from pejl.register.simulation.days import NONE, day
from pejl.register.simulation.draws import Bools, Ints

Before = int | Ints | Callable[[int], Ints]


@dataclass(frozen=True)
class Cells:
    """One column: its values as whole numbers, `NONE` where a cell is empty, and how a value is written."""

    values: Ints
    written: Callable[[Ints], pa.StringArray] = field(compare=False)


@dataclass(frozen=True)
class Since:
    """From which day each cell of a column is known, and what stands there before (nothing, unless said)."""

    days: Ints
    before: Before = NONE


@dataclass(frozen=True)
class Rows:
    """One table. `known` is the day on which the source learned of each row; `since` does the same for cells that come
    later than their row: the end of a spell, what became of a talk, what was first written down wrong."""

    table: str
    columns: dict[str, Cells]
    known: Ints
    since: dict[str, Since] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.known)

    def values(self, column: str) -> Ints:
        """The values of a column, as they truly are."""
        return self.columns[column].values

    def only(self, kept: Bools | Ints) -> Rows:
        """Some of the rows."""
        return Rows(
            self.table,
            {name: Cells(cells.values[kept], cells.written) for name, cells in self.columns.items()},
            self.known[kept],
            {name: Since(each.days[kept], _some(each.before, kept)) for name, each in self.since.items()},
        )

    def as_known(self, until: int) -> dict[str, pa.StringArray]:
        """The rows and cells that the source knew of on the day, as text."""
        there = np.flatnonzero(self.known <= until)
        return {name: cells.written(self._then(name, until)[there]) for name, cells in self.columns.items()}

    def _then(self, name: str, until: int) -> Ints:
        values = self.columns[name].values
        if name not in self.since:
            return values
        since = self.since[name]
        before = since.before(until) if callable(since.before) else since.before
        return np.where(since.days <= until, values, before)


def _some(before: Before, kept: Bools | Ints) -> Before:
    if callable(before):
        ask = before
        return lambda until: ask(until)[kept]
    return before[kept] if isinstance(before, np.ndarray) else before


def words_of(table: str, column: str) -> tuple[str, ...]:
    """The words that the contract allows in a column, in its order."""
    return tuple(CONTRACT.table(table).column(column).allowed)


def code(table: str, column: str, word: str) -> int:
    """The place of a word among them."""
    return words_of(table, column).index(word)


def codes(table: str, column: str, values: Ints) -> Cells:
    """A column of codes, by their places in the contract."""
    return named(values, words_of(table, column))


def named(values: Ints, words: Sequence[str]) -> Cells:
    """A column of words, by their places in a list."""
    listed = pa.array([*words, ""], pa.string())
    return Cells(values, lambda some: listed.take(pa.array(np.where(some == NONE, len(words), some))))


def days(values: Ints) -> Cells:
    """A column of days: 31-12-2025."""
    return Cells(values, lambda some: _by_spelling(some, lambda each: day(each).strftime("%d-%m-%Y")))


def month_cells(values: Ints) -> Cells:
    """A column of months, given as their first days: 2025-12."""
    return Cells(values, lambda some: _by_spelling(some, lambda each: _month(day(each))))


def counts(values: Ints) -> Cells:
    """A column of whole numbers."""
    return Cells(values, lambda some: _plain(some))


def hundredths(values: Ints) -> Cells:
    """A column of numbers or kroner, given in hundredths: 1234,50."""
    return Cells(values, lambda some: _by_spelling(some, _with_comma))


def tenths(values: Ints) -> Cells:
    """A column of numbers given in tenths: 7,5."""
    return Cells(values, lambda some: _by_spelling(some, lambda each: f"{each // 10},{each % 10}"))


def flags(values: Bools | Ints) -> Cells:
    """A column of yes and no."""
    return named(values.astype(np.int64), ("Nej", "Ja"))


def keys(prefix: str, values: Ints, width: int = 7) -> Cells:
    """A column of numbers of the source: a letter or two and digits."""
    return Cells(values, lambda some: _keys(prefix, some, width))


def _by_spelling(some: Ints, spelled: Callable[[int], str]) -> pa.StringArray:
    """Each different value spelled once."""
    different, places = np.unique(some, return_inverse=True)
    spellings = ["" if each == NONE else spelled(int(each)) for each in different.tolist()]
    return pa.array(spellings, pa.string()).take(pa.array(places.reshape(-1)))


def _with_comma(hundredth: int) -> str:
    sign = "-" if hundredth < 0 else ""
    return f"{sign}{abs(hundredth) // 100},{abs(hundredth) % 100:02d}"


def _month(first: dt.date) -> str:
    return f"{first.year}-{first.month:02d}"


def _plain(some: Ints) -> pa.StringArray:
    return pc.if_else(pa.array(some == NONE), "", pc.cast(pa.array(some), pa.string()))


def _keys(prefix: str, some: Ints, width: int) -> Any:
    digits = pc.utf8_lpad(pc.cast(pa.array(some), pa.string()), width=width, padding="0")
    return pc.if_else(pa.array(some == NONE), "", pc.binary_join_element_wise(prefix, digits, ""))
