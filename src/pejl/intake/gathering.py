"""Small batches of rows put together to large ones: what is done once a batch is then done less often."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from pejl.intake.faults import Fault
from pejl.intake.rows.raw import Hidden, RawBatch

ROWS = 65_536
"""How many rows a batch has at least, but for the last."""


def gathered(batches: Iterator[RawBatch]) -> Iterator[RawBatch]:
    """The same rows in the same order. All batches of a file have the same columns."""
    waiting: list[RawBatch] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += len(batch.lines) + len(batch.malformed)
        if rows >= ROWS:
            yield _one(waiting)
            waiting, rows = [], 0
    if waiting:
        yield _one(waiting)


def _one(batches: list[RawBatch]) -> RawBatch:
    if len(batches) == 1:
        return batches[0]
    malformed: list[tuple[int, Fault]] = [each for batch in batches for each in batch.malformed]
    return RawBatch(
        pa.concat_batches([batch.columns for batch in batches]),
        pa.concat_arrays([batch.lines for batch in batches]),
        malformed,
        sum((batch.hidden for batch in batches), Hidden()),
    )
