"""What became of a column of cells, and the way of reading each spelling once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.faults import FaultKind

REMEMBERED = 200_000
"""How many spellings of a column are remembered at most; beyond that they are read again."""

Reader = Callable[[str], Any]
"""Reads one spelling: a value, None where the spelling stands for nothing, or a `FaultKind`."""


@dataclass
class Cells:
    """The values of a column, null where a cell is empty or wrong, and the places of the wrong ones."""

    values: pa.Array
    wrong: list[tuple[int, FaultKind]] = field(default_factory=list)


class Spellings:
    """Reads a column by reading each of its different spellings once: a column has far fewer of them than rows."""

    def __init__(self, read: Reader, kept_as: pa.DataType) -> None:
        self._read = read
        self._kept_as = kept_as
        self._known: dict[str, Any] = {"": None}

    def cells(self, written: pa.StringArray) -> Cells:
        """The values of the column. Empty text is null."""
        encoded = pc.dictionary_encode(written)
        results = [self._of(text) for text in encoded.dictionary.to_pylist()]
        faults = {place: result for place, result in enumerate(results) if isinstance(result, FaultKind)}
        values = pa.array([None if isinstance(each, FaultKind) else each for each in results], self._kept_as)
        return Cells(pc.take(values, encoded.indices), places(encoded.indices, faults))

    def _of(self, text: str) -> Any:
        if text not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known = {"": None}
            self._known[text] = self._read(text)
        return self._known[text]


def places(indices: pa.Array, faults: dict[int, FaultKind]) -> list[tuple[int, FaultKind]]:
    """The rows that point at one of the wrong spellings, each with what is wrong."""
    if not faults:
        return []
    found = pc.is_in(indices, value_set=pa.array(list(faults), indices.type))
    rows = pc.indices_nonzero(found)
    return [
        (row, faults[index]) for row, index in zip(rows.to_pylist(), pc.take(indices, rows).to_pylist(), strict=True)
    ]
