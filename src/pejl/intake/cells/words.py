"""Codes, yes and no, names and keys in a delivery."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pejl.calendar.personal_numbers import find_personal_numbers
from pejl.intake.cells.read import Cells, Spellings
from pejl.intake.contract import Column
from pejl.intake.faults import FaultKind

_FLAGS = {
    **dict.fromkeys(("ja", "j", "1", "true", "sand", "sandt", "x", "yes"), True),
    **dict.fromkeys(("nej", "n", "0", "false", "falsk", "no"), False),
}
_MAYBE_PERSONAL = r"[0-9]{6}[^0-9]{0,5}[0-9]{4}"


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
        """The names of the column. Only what is long or has many digits is looked at by itself."""
        doubtful = pc.or_(
            pc.greater(pc.utf8_length(written), self._longest), pc.match_substring_regex(written, _MAYBE_PERSONAL)
        )
        filled = pc.if_else(pc.equal(written, ""), None, written)
        rows = pc.indices_nonzero(doubtful)
        if not len(rows):
            return Cells(filled)
        looked_at = self._spellings.cells(pc.take(written, rows))
        numbers = rows.to_pylist()
        wrong = [(numbers[place], kind) for place, kind in looked_at.wrong]
        return Cells(pc.replace_with_mask(filled, doubtful, looked_at.values), wrong)

    def _read(self, text: str) -> str | FaultKind:
        if find_personal_numbers(text):
            return FaultKind.CPR_IN_OTHER_COLUMN
        return FaultKind.TOO_LONG if len(text) > self._longest else text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
