"""Rows that could not be accepted: kept with the reason, without anything that tells who they are about.

Of a quarantined row the contract's columns are kept as they were delivered (see `kept_cells`); the person as a
pseudonym, or nothing where the number is none; what passes as a personal number anywhere else is hidden. Source columns
outside the contract are not kept at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from pejl.intake.contract import Table
from pejl.intake.faults import Fault

LINE, FILE, REASONS = "quarantine_line", "quarantine_file", "quarantine_reasons"
"""The columns that stand beside the contract's in a file of quarantined rows."""


@dataclass(frozen=True)
class QuarantinedRow:
    """One row: where it stands in the delivery, what is wrong with it, and its cells by the contract's columns."""

    file: str
    line: int
    faults: tuple[Fault, ...]
    cells: Mapping[str, str] = field(default_factory=dict)

    def person(self, table: Table) -> str:
        """The pseudonym of the person, "" where there is none."""
        return self.cells.get(table.person, "") if table.person else ""


def schema_of(table: Table) -> pa.Schema:
    """The form of the file that keeps the quarantined rows of a table: every cell as text."""
    own = [pa.field(column.name, pa.string()) for column in table.columns]
    fault = pa.struct([pa.field("kind", pa.string()), pa.field("column", pa.string()), pa.field("shown", pa.string())])
    return pa.schema(
        [*own, pa.field(FILE, pa.string()), pa.field(LINE, pa.int64()), pa.field(REASONS, pa.list_(fault))]
    )


def as_batch(rows: list[QuarantinedRow], table: Table) -> pa.RecordBatch:
    """The rows in that form."""
    schema = schema_of(table)
    cells = [pa.array([row.cells.get(column.name, "") for row in rows], pa.string()) for column in table.columns]
    reasons = [[{"kind": f.kind.value, "column": f.column, "shown": f.shown} for f in row.faults] for row in rows]
    own = [
        pa.array([row.file for row in rows], pa.string()),
        pa.array([row.line for row in rows], pa.int64()),
        pa.array(reasons, schema.field(REASONS).type),
    ]
    return pa.RecordBatch.from_arrays([*cells, *own], schema=schema)
