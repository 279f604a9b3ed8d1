"""How many quarantined rows of a file have which reason, group by group: so that a page reads only the rows it shows.

A file of quarantined rows is never changed in place, so what was counted once holds for as long as the file is the same
one; that is kept in memory for the files that were asked for last. It is counts alone.
"""

from __future__ import annotations

import os
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pejl.intake.quarantine.quarantined import REASONS

Cause = tuple[str, str]
"""The kind of a fault, and the column of the contract that it stands in, "" where it is of the whole row."""

ROWS_AT_A_TIME = 8_192
KEPT = 200
"""Of how many files the counts are kept."""

_kept: OrderedDict[tuple[int, ...], tuple[Group, ...]] = OrderedDict()
_turn = Lock()


@dataclass(frozen=True)
class Group:
    """A group of rows that lie together in the file, and how many of them have which reason."""

    rows: int
    causes: Mapping[Cause, int]

    def found(self, cause: Cause | None) -> int:
        """How many rows have the reason; all of them, where none is named."""
        return self.rows if cause is None else self.causes.get(cause, 0)


@dataclass(frozen=True)
class Indexed:
    """An open file of quarantined rows with the counts of its groups."""

    file: pq.ParquetFile
    groups: tuple[Group, ...]

    def found(self, cause: Cause | None) -> int:
        """How many rows of the file have the reason."""
        return sum(group.found(cause) for group in self.groups)

    @property
    def causes(self) -> Counter[Cause]:
        """How many rows of the file have each reason."""
        whole = Counter[Cause]()
        for group in self.groups:
            whole.update(group.causes)
        return whole

    def rows(self, cause: Cause | None, first: int, limit: int) -> Iterator[pa.RecordBatch]:
        """At most `limit` of the rows with the reason, from the `first` on. Groups before and behind are not read."""
        before = 0
        for number, group in enumerate(self.groups):
            here = group.found(cause)
            skipped, wanted = max(first - before, 0), min(first + limit - before, here)
            if skipped < wanted:
                yield from self._of_group(number, cause, skipped, wanted)
            before += here

    def _of_group(self, number: int, cause: Cause | None, start: int, stop: int) -> Iterator[pa.RecordBatch]:
        """The rows of one group that have the reason, from one to before another of them."""
        met = 0
        for batch in self.file.iter_batches(ROWS_AT_A_TIME, row_groups=[number]):
            places = _with(batch, cause)
            yield batch.take(places.slice(max(start - met, 0), max(stop - max(met, start), 0)))
            met += len(places)
            if met >= stop:
                return


@contextmanager
def indexed(path: Path) -> Iterator[Indexed]:
    """The file, open, with its counts."""
    with path.open("rb") as opened, pq.ParquetFile(opened) as file:
        stat = os.fstat(opened.fileno())
        same = (stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)
        yield Indexed(file, _known(same) or _remembered(same, _counted(file)))


def _known(same: tuple[int, ...]) -> tuple[Group, ...] | None:
    with _turn:
        if same in _kept:
            _kept.move_to_end(same)
        return _kept.get(same)


def _remembered(same: tuple[int, ...], groups: tuple[Group, ...]) -> tuple[Group, ...]:
    with _turn:
        _kept[same] = groups
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return groups


def _counted(file: pq.ParquetFile) -> tuple[Group, ...]:
    """The counts of each group. Nothing but the reasons is read."""
    return tuple(_group(file, number) for number in range(file.metadata.num_row_groups))


def _group(file: pq.ParquetFile, number: int) -> Group:
    causes = Counter[Cause]()
    for batch in file.iter_batches(ROWS_AT_A_TIME, row_groups=[number], columns=[REASONS]):
        once = _causes(batch).group_by(["row", "kind", "column"]).aggregate([])
        counted = once.group_by(["kind", "column"]).aggregate([("row", "count")]).to_pylist()
        causes.update({(each["kind"], each["column"]): each["row_count"] for each in counted})
    return Group(file.metadata.row_group(number).num_rows, causes)


def _with(batch: pa.RecordBatch, cause: Cause | None) -> pa.Array:
    """The places of the rows that have the reason."""
    if cause is None:
        return pa.array(range(batch.num_rows), pa.int64())
    causes = _causes(batch)
    here = pc.and_(pc.equal(causes["kind"], cause[0]), pc.equal(causes["column"], cause[1]))
    return pc.unique(causes["row"].filter(here))


def _causes(batch: pa.RecordBatch) -> pa.Table:
    """Every reason of every row: the row's place in the batch, the kind, the contract's column."""
    lists = batch.column(REASONS)
    faults = pc.list_flatten(lists)
    return pa.table(
        {
            "row": pc.list_parent_indices(lists),
            "kind": pc.struct_field(faults, "kind"),
            "column": pc.struct_field(faults, "column"),
        }
    )
