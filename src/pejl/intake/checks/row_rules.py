"""The rules that hold two columns of a row together, and the rows that break them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.contract import AtMost, Needs, NotBefore, RowRule
from pejl.intake.faults import Fault, FaultKind

Columns = Mapping[str, pa.Array]


def broken(rule: RowRule, values: Columns, written: Columns) -> Iterator[tuple[int, Fault]]:
    """The rows that break the rule. A cell that is wrong in itself breaks none: it is told of already."""
    match rule:
        case NotBefore(later, earlier):
            yield from _told(pc.less(values[later], values[earlier]), FaultKind.ENDS_BEFORE_START, later, written)
        case AtMost(part, whole):
            larger = pc.greater(values[part], values[whole])
            yield from _told(larger, FaultKind.PART_LARGER_THAN_WHOLE, part, written)
        case Needs(column, other, words):
            asks = pc.is_valid(values[column])
            if words:
                asks = pc.and_(asks, pc.is_in(values[column], value_set=pa.array(words)))
            lacks = pc.and_(asks, pc.equal(written[other], ""))
            yield from _told(lacks, FaultKind.OTHER_COLUMN_NEEDED, other, written)


def _told(rows: pa.BooleanArray, kind: FaultKind, column: str, written: Columns) -> Iterator[tuple[int, Fault]]:
    for row in pc.indices_nonzero(pc.fill_null(rows, fill_value=False)).to_pylist():
        yield row, Fault(kind, column, written[column][row].as_py())
