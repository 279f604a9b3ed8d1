"""What became of a column of cells, and the way of reading each spelling once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np
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
    """Reads a column by reading each of its different spellings once: a column has far fewer of them than rows.

    Spellings that were met before are found, and their values put in place, a column at a time.
    """

    def __init__(self, read: Reader, kept_as: pa.DataType, remembered: int = REMEMBERED) -> None:
        self._read = read
        self._kept_as = kept_as
        self._remembered = remembered
        self._texts: pa.StringArray
        self._values: pa.Array
        self._wrong: dict[int, FaultKind]
        self._forget()

    def cells(self, written: pa.StringArray) -> Cells:
        """The values of the column. Empty text is null."""
        found = pc.index_in(written, value_set=self._texts)
        if found.null_count:
            new = pc.unique(pc.filter(written, pc.is_null(found)))
            if len(self._texts) + len(new) > self._remembered:
                self._forget()
                new = pc.unique(pc.filter(written, pc.not_equal(written, "")))
            self._learn(new)
            found = pc.index_in(written, value_set=self._texts)
        return Cells(pc.take(self._values, found), places(found, self._wrong))

    def _learn(self, texts: pa.StringArray) -> None:
        """Read spellings that are new."""
        results = [self._read(text) for text in texts.to_pylist()]
        first = len(self._texts)
        self._wrong |= {first + place: result for place, result in enumerate(results) if isinstance(result, FaultKind)}
        values = pa.array([None if isinstance(each, FaultKind) else each for each in results], self._kept_as)
        self._texts = pa.concat_arrays([self._texts, texts])
        self._values = pa.concat_arrays([self._values, values])

    def _forget(self) -> None:
        self._texts = pa.array([""], pa.string())
        self._values = pa.nulls(1, self._kept_as)
        self._wrong = {}


def places(indices: pa.Array, faults: dict[int, FaultKind]) -> list[tuple[int, FaultKind]]:
    """The rows that point at one of the wrong spellings, each with what is wrong."""
    if not faults:
        return []
    found = pc.is_in(indices, value_set=pa.array(list(faults), indices.type))
    rows = pc.indices_nonzero(found)
    return [
        (row, faults[index]) for row, index in zip(rows.to_pylist(), pc.take(indices, rows).to_pylist(), strict=True)
    ]


def all_but(size: int, rows: Collection[int]) -> pa.BooleanArray:
    """Which of so many rows are none of these. Those that are, are few: the others are not looked at one by one."""
    kept = np.ones(size, np.bool_)
    kept[list(rows)] = False
    return pa.array(kept)
