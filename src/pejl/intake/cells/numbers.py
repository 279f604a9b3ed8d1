"""Numbers in a delivery: as Danish text writes them unless the description says otherwise, and never guessed.

`1.234` is twelve hundred and thirty-four to a Dane and a little more than one to an English program. Whole numbers and
kroner cannot have three decimals, so there it is clear; for other numbers a file decides by its other cells. A file
that writes `1234.50` is no Danish file, and says so in its description before it is read.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from pejl.calendar.numbers import parse_number
from pejl.intake.cells.read import Cells, Spellings, all_but
from pejl.intake.contract import Column, Kind
from pejl.intake.faults import FaultKind

_DECIMALS = {Kind.COUNT: 0, Kind.KRONER: 2, Kind.NUMBER: 4}
_PLAIN_DANISH = {
    Kind.COUNT: r"^-?(?:[0-9]{1,9}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2})$",
    Kind.KRONER: r"^-?(?:[0-9]{1,9}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2})(?:,[0-9]{1,2})?$",
    Kind.NUMBER: r"^-?(?:[0-9]{1,9}(?:,[0-9]{1,4})?|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2},[0-9]{1,4})$",
}
"""What is read a column at a time. Everything else is read a spelling at a time, by the one parser of the house."""

_THREE_BY_THREE = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z", re.ASCII)
_POINT = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]+\Z", re.ASCII)
_COMMA = re.compile(r"-?[0-9.]+,[0-9]+\Z", re.ASCII)
_UNIT = re.compile(r"\s?(?:kr\.?|DKK|,-)\Z")
_ENGLISH = re.compile(r"[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,15})?\Z", re.ASCII)
_SIGNS_CHANGED = str.maketrans({".": ",", ",": "."})
MANY = 2_000
"""From this many different spellings in a sample on a column is read at once instead of spelling by spelling."""

SAMPLE = 8_000
"""Rows at the start of a batch that are looked at for it."""


class Numbers:
    """Reads a column of numbers of one kind. `decimal` is the sign before decimals, where the description states it."""

    def __init__(self, column: Column, decimal: str | None = None) -> None:
        self._column = column
        self._decimal = decimal
        self._places = _DECIMALS[column.kind]
        self._spellings = Spellings(self._read, column.kind.arrow)
        self._comma: str | None = None
        self._point: str | None = None
        self._either: str | None = None

    def cells(self, written: pa.StringArray) -> Cells:
        """The numbers of the column."""
        if self._decimal != "." and pc.count_distinct(written.slice(0, SAMPLE)).as_py() > MANY:
            return self._at_once(written)
        return self._spellings.cells(written)

    @property
    def ambiguous(self) -> str | None:
        """An example of what may not be guessed, once the whole file is read."""
        if self._decimal is not None or self._comma is not None:
            return None
        return self._point or self._either

    def danish(self, text: str) -> str:
        """The cell as a Dane writes it, where the file has points before decimals; otherwise as it is."""
        if self._decimal != ".":
            return text
        figure = _UNIT.sub("", text)
        return figure.translate(_SIGNS_CHANGED) + text[len(figure) :]

    def _at_once(self, written: pa.StringArray) -> Cells:
        """Plain Danish numbers by a few passes over the column; the few others by their spelling."""
        plain = pc.match_substring_regex(written, _PLAIN_DANISH[self._column.kind])
        all_plain = plain.true_count == len(plain)
        digits = pc.replace_substring(written if all_plain else pc.if_else(plain, written, None), ".", "")
        values = pc.cast(pc.replace_substring(digits, ",", ".") if self._places else digits, self._column.kind.arrow)
        self._comma = self._comma or _first_with_comma(written, plain)
        wrong = self._outside(values)
        if not all_plain:
            others = pc.invert(plain)
            rest = self._spellings.cells(pc.filter(written, others))
            values = pc.replace_with_mask(values, others, rest.values)
            rows = pc.indices_nonzero(others).to_pylist() if rest.wrong else []
            wrong = sorted([*wrong, *((rows[place], kind) for place, kind in rest.wrong)])
        return Cells(_without(values, wrong), wrong)

    def _outside(self, values: pa.Array) -> list[tuple[int, FaultKind]]:
        """The places of values beyond the column's bounds."""
        found: list[tuple[int, FaultKind]] = []
        for bound, beyond, kind in (
            (self._column.least, pc.less, FaultKind.TOO_SMALL),
            (self._column.most, pc.greater, FaultKind.TOO_LARGE),
        ):
            if bound is not None:
                rows = pc.indices_nonzero(beyond(values, pa.scalar(bound, values.type)))
                found += [(row, kind) for row in rows.to_pylist()]
        return found

    def _read(self, text: str) -> Decimal | int | FaultKind:
        plain = _UNIT.sub("", text) if self._column.kind is Kind.KRONER else text
        if self._decimal is None:
            self._weigh(plain)
        value = _english(plain) if self._decimal == "." else parse_number(plain)
        return FaultKind.NO_NUMBER if value is None else self._kept(value)

    def _kept(self, value: Decimal) -> Decimal | int | FaultKind:
        """The value within the column's places and bounds."""
        if value != round(value, self._places):
            return FaultKind.TOO_MANY_DECIMALS if self._places else FaultKind.NO_WHOLE_NUMBER
        if self._column.least is not None and value < self._column.least:
            return FaultKind.TOO_SMALL
        if self._column.most is not None and value > self._column.most:
            return FaultKind.TOO_LARGE
        if abs(value) >= 10**9 and self._column.most is None:
            return FaultKind.TOO_LARGE
        return round(value, self._places) if self._places else int(value)

    def _weigh(self, text: str) -> None:
        """Note what a cell tells of the file's decimal sign."""
        if _COMMA.match(text):
            self._comma = text
        elif _THREE_BY_THREE.match(text):
            if self._column.kind is Kind.NUMBER:
                self._either = self._either or text
        elif _POINT.match(text):
            self._point = self._point or text


def _english(text: str) -> Decimal | None:
    """A number with a point before the decimals, as programs write it, with or without commas between thousands."""
    return Decimal(text.replace(",", "").replace("−", "-")) if _ENGLISH.match(text) else None


def _first_with_comma(written: pa.StringArray, plain: pa.BooleanArray) -> str | None:
    row = pc.index(pc.and_(plain, pc.match_substring(written, ",")), True).as_py()
    return written[row].as_py() if row >= 0 else None


def _without(values: pa.Array, wrong: list[tuple[int, FaultKind]]) -> pa.Array:
    """The values with null in the wrong places."""
    if not wrong:
        return values
    return pc.if_else(all_but(len(values), [place for place, _ in wrong]), values, None)
