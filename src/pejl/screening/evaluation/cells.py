"""Cells of a file as numbers, words or days. What is nothing is told as nothing, and nothing is guessed row by row.

A column is numbers where all its cells are; a few strange ones among many numbers (a mark, a unit) are taken for not
known and told of. Decimals have a point or, as Danish text writes them, a comma: one column decides for itself, and a
number such as 1.234 is read as Danish where the file has columns that can only be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.calendar.days import parse_day
from pejl.calendar.numbers import parse_number
from pejl.screening.evaluation.wish import Unusable
from pejl.screening.spells import Floats, Words

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
else:
    np = when_used.module("numpy")
    pa = when_used.module("pyarrow")
    pc = when_used.module("pyarrow.compute")

NOTHING = (
    *("", "NA", "N/A", "n/a", "<NA>", "#N/A", "NaN", "nan", "-nan", "NULL", "null", "None", "NaT", ".", "?"),
    *("uoplyst", "ukendt"),
)
"""What programs and people write for a value that is not known."""
STRANGE = 0.02
"""So many of the cells may be no numbers in a column of numbers."""
MANY = 20
"""A column with strange cells is one of numbers only where it has more different numbers than this."""
_COMMA = r"^[-−]?[0-9. ]*,[0-9]+$"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}.*)?\Z|\d{1,2}[-./]\d{1,2}[-./]\d{4}\Z", re.ASCII)
_SAMPLE = 200


class Kind(StrEnum):
    """What a column holds."""

    NUMBERS = "numbers"
    WORDS = "words"
    DAYS = "days"


@dataclass(frozen=True)
class Column:
    """One column, read. Days are numbers: days since 1970. `strange` cells could not be read as the rest."""

    kind: Kind
    values: Floats | Words
    strange: int = 0

    def as_words(self) -> Words:
        """The values as words; a whole number without its decimals."""
        if self.kind is Kind.WORDS:
            return np.asarray(self.values, dtype=object)
        numbers = np.asarray(self.values, dtype=float)
        different, place = np.unique(numbers[~np.isnan(numbers)], return_inverse=True)
        words = np.array([f"{value:g}" if abs(value) < 1e6 else repr(value) for value in different.tolist()], object)
        found = np.full(len(numbers), None, dtype=object)
        if len(different):
            found[~np.isnan(numbers)] = words[place]
        return found


def read_column(name: str, cells: pa.ChunkedArray, *, danish: bool) -> Column:
    """A column of a file. `danish` tells that the file writes decimals with a comma."""
    kind = cells.type
    if pa.types.is_dictionary(kind):
        cells = pc.cast(cells, kind.value_type)
        kind = cells.type
    if pa.types.is_boolean(kind):
        return Column(Kind.WORDS, _objects(pc.if_else(cells, "true", "false")))
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return Column(Kind.NUMBERS, _finite(pc.cast(cells, pa.float64()).to_numpy()))
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        days = pc.cast(pc.cast(pc.cast(cells, pa.date32(), safe=False), pa.int32()), pa.float64())
        return Column(Kind.DAYS, _finite(days.to_numpy()))
    if pa.types.is_null(kind):
        return Column(Kind.WORDS, np.full(len(cells), None, dtype=object))
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return _read_text(pc.cast(cells, pa.string()), danish=danish)
    raise Unusable(f"The column {name} holds neither numbers nor words ({kind}). Leave it out.")


def writes_commas(cells: pa.ChunkedArray) -> bool:
    """Whether a column of text can only be numbers with decimals after a comma."""
    if not pa.types.is_string(cells.type):
        return False
    known = _known(cells).drop_null().slice(0, 2000)
    commas = pc.match_substring_regex(known, _COMMA)
    numbers = pc.match_substring_regex(known, r"^[-−]?[0-9. ]*(,[0-9]+)?$")
    return len(known) > 0 and bool(pc.any(commas).as_py()) and bool(pc.all(numbers).as_py())


def _known(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    trimmed = pc.utf8_trim_whitespace(cells)
    return pc.if_else(pc.is_in(trimmed, pa.array(NOTHING)), pa.scalar(None, pa.string()), trimmed)


def _read_text(cells: pa.ChunkedArray, *, danish: bool) -> Column:
    known = _known(cells)
    if known.null_count == len(known):
        return Column(Kind.WORDS, _objects(known))
    if not danish:
        try:
            return Column(Kind.NUMBERS, _finite(pc.cast(known, pa.float64()).to_numpy()))
        except pa.ArrowInvalid:
            pass
    encoded = _encoded(known)
    spelled = encoded.dictionary.to_pylist()
    place = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    if _are_days(spelled):
        return _spelled(Kind.DAYS, [_day(text) for text in spelled], place)
    return _numbers_or_words(spelled, place, danish=danish)


def _encoded(cells: pa.ChunkedArray) -> pa.DictionaryArray:
    whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    return whole.dictionary_encode()


def _numbers_or_words(spelled: list[str], place: np.ndarray[tuple[int], np.dtype[np.int64]], *, danish: bool) -> Column:
    read = [_number(text, danish=danish) for text in spelled]
    of = np.bincount(place[place >= 0], minlength=len(spelled))
    strange = int(of[[value is None for value in read]].sum())
    numbers = sum(value is not None for value in read)
    if strange == 0 or (strange <= STRANGE * of.sum() and numbers > MANY):
        return _spelled(Kind.NUMBERS, read, place, strange)
    words = np.array([*spelled, None], dtype=object)
    return Column(Kind.WORDS, words[place])


def _spelled(
    kind: Kind, read: list[float | None], place: np.ndarray[tuple[int], np.dtype[np.int64]], strange: int = 0
) -> Column:
    values = np.array([*(float("nan") if value is None else value for value in read), float("nan")])
    return Column(kind, _finite(values[place]), strange)


def _number(text: str, *, danish: bool) -> float | None:
    if danish:
        value: Decimal | None = parse_number(text)
        if value is not None:
            return float(value)
    try:
        return float(text)
    except ValueError:
        return None


def _are_days(spelled: list[str]) -> bool:
    sample = spelled[:_SAMPLE]
    return all(_DAY.match(text) for text in sample) and sum(_day(text) is not None for text in sample) > 0


def _day(text: str) -> float | None:
    day = parse_day(text[:10].strip())
    return None if day is None else float(day.toordinal() - 719_163)


def _finite(values: Floats) -> Floats:
    numbers = np.array(values, dtype=float)
    numbers[~np.isfinite(numbers)] = np.nan
    return numbers


def _objects(cells: pa.ChunkedArray) -> Words:
    return np.array(cells.to_pylist(), dtype=object)
