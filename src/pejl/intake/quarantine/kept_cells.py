"""What quarantine keeps of the cells of a row: as they were delivered, but so that they can be read without the rest.

Somebody mends the row in a spreadsheet, and it is delivered again under the contract's own names. So persons are
pseudonyms, codes that were understood are the contract's words, and days and numbers are written as Danes write them,
also where the delivery stated another form; a cell that was wrong stays wrong. What passes as a personal number is
hidden, and a text that is too long is cut, but not so short that it would do.
"""

from __future__ import annotations

import pyarrow as pa

from pejl.calendar.personal_numbers import MASK, has_mask
from pejl.intake.cells.days import Days
from pejl.intake.cells.numbers import Numbers
from pejl.intake.contract import Column, Kind
from pejl.intake.quarantine.hiding import hidden

CUT = "…"
"""What ends a text that was cut."""

_SHORT = 8
"""Letters in which there is no room for a personal number."""


def kept_cells(reader: object, column: Column, written: pa.StringArray, values: pa.Array, *, named: bool) -> list[str]:
    """The cells of one column. `named` tells that it names persons, so that nothing but pseudonyms may be kept."""
    if named:
        return [value or "" for value in values.to_pylist()]
    texts: list[str] = written.to_pylist()
    if column.kind is Kind.CODE:
        texts = [value or text for value, text in zip(values.to_pylist(), texts, strict=True)]
    if isinstance(reader, (Days, Numbers)):
        texts = [reader.danish(text) for text in texts]
    short = min(_SHORT, column.longest)
    return [text if len(text) <= short else _cut(hidden(text, column.kind), column.longest) for text in texts]


def _cut(text: str, longest: int) -> str:
    """The text, or its beginning; that a number was hidden in it is told in any case."""
    if len(text) <= longest:
        return text
    beginning = text[:longest] + CUT
    return beginning + MASK if has_mask(text) and not has_mask(beginning) else beginning
