"""Codes, yes and no, names and keys in a delivery."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pejl.calendar.numbers import parse_number
from pejl.calendar.personal_numbers import MASK, has_mask
from pejl.intake.cells.read import Cells, Spellings
from pejl.intake.contract import Column
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.hiding import holds_number

_FLAGS = {
    **dict.fromkeys(("ja", "j", "1", "true", "sand", "sandt", "x", "yes"), True),
    **dict.fromkeys(("nej", "n", "0", "false", "falsk", "no"), False),
}
GUARD = "'"
"""What exports put before a cell that a spreadsheet would take for a formula. It is no part of a name."""

_FORMULA = re.compile(r"[=+\-@\t\r]")
_FEW_BYTES = 9
"""A cell of so few bytes holds no ten digits."""

_MAYBE_PERSONAL = r"(?:\p{Nd}[^\p{Nd}]{0,5}){9}\p{Nd}"


def codes(column: Column, values: Mapping[str, str]) -> Spellings:
    """Reads a column of codes: the contract's own words, and those of the source that the description translates."""
    known = {word: word for word in column.allowed}
    known |= {_plain(word): word for word in column.allowed}
    known |= {_plain(theirs): ours for theirs, ours in values.items()}
    return Spellings(lambda text: known.get(_plain(text), FaultKind.NOT_ALLOWED), pa.string())


def flags() -> Spellings:
    """Reads a column of yes and no."""
    return Spellings(lambda text: _FLAGS.get(_plain(text), FaultKind.NO_FLAG), pa.bool_())


class Names:
    """Reads a column of names or keys: short text that holds no personal number."""

    def __init__(self, column: Column) -> None:
        self._longest = column.longest
        self._spellings = Spellings(self._read, pa.string())

    def cells(self, written: pa.StringArray) -> Cells:
        """The names of the column. Only what is long, guarded or has many digits is looked at by itself."""
        filled = pc.if_else(pc.equal(written, ""), None, written)
        doubtful = self._doubtful(written)
        if not doubtful.true_count:
            return Cells(filled)
        looked_at = self._spellings.cells(pc.filter(written, doubtful))
        rows = pc.indices_nonzero(doubtful).to_pylist() if looked_at.wrong else []
        wrong = [(rows[place], kind) for place, kind in looked_at.wrong]
        return Cells(pc.replace_with_mask(filled, doubtful, looked_at.values), wrong)

    def _doubtful(self, written: pa.StringArray) -> pa.BooleanArray:
        """The rows that may be too long, hold a number, or have been guarded or masked by an export."""
        size = pc.binary_length(written)
        within = min(self._longest, _FEW_BYTES)
        guarded = pc.starts_with(written, GUARD)
        if (pc.max(size).as_py() or 0) <= within:
            return guarded
        long = pc.greater(size, within)
        cells = pc.filter(written, long)
        many_digits = pc.match_substring_regex(cells, _MAYBE_PERSONAL)
        told = pc.or_(pc.greater(pc.utf8_length(cells), self._longest), many_digits)
        return pc.or_(guarded, pc.replace_with_mask(long, long, pc.or_(told, pc.match_substring(cells, MASK))))

    def _read(self, text: str) -> str | FaultKind:
        name = unguarded(text)
        if has_mask(name) or holds_number(name):
            return FaultKind.CPR_IN_OTHER_COLUMN
        return FaultKind.TOO_LONG if len(name) > self._longest else name


def guarded(text: str) -> str:
    """A cell as it stands in an export: what a spreadsheet would run as a formula stands behind an apostrophe.

    >>> guarded("=1+1"), guarded("-1.234,50"), guarded("Team 2")
    ("'=1+1", '-1.234,50', 'Team 2')
    """
    return GUARD + text if _FORMULA.match(text) and parse_number(text) is None else text


def unguarded(text: str) -> str:
    """The name without the apostrophe that an export has put before it.

    >>> unguarded("'=1+1"), unguarded("'t Hooft")
    ('=1+1', "'t Hooft")
    """
    return text[1:] if text.startswith(GUARD) and _FORMULA.match(text[1:]) else text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
