"""A judged table opened for questions: how many rows each list has, a page of one, one person's rows, what to choose.

The table stays on the disk. DuckDB reads from it what a question needs, and a page is never more than its rows.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import duckdb
import ibis
import pyarrow as pa

from pejl.casework.deadlines.key import BEFORE, DeadlineKey
from pejl.casework.judged import Judged
from pejl.casework.mark_columns import as_columns
from pejl.casework.marks import Mark
from pejl.casework.worklists import columns
from pejl.casework.worklists.asked import DutyWords, Narrowed, Scope
from pejl.casework.worklists.lists import ALL, WORKLISTS
from pejl.casework.worklists.row import COLUMNS, Row, row_of
from pejl.casework.worklists.worklist import Worklist
from pejl.register.duck import close_in_folder, settings
from pejl.register.hidden_persons import KEY_SIGNS
from pejl.register.kept import Damaged

CHOICES = ("now_unit", "team_key", "now_caseworker", "target_group", "duty")
"""The columns by which rows are narrowed down."""

_UNREADABLE = (duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException)


@dataclass(frozen=True)
class Choices:
    """What rows can be narrowed down by: the values of each of `CHOICES` among the rows that somebody may see."""

    values: dict[str, list[str]]
    ended: list[dt.date]


@dataclass
class Opened:
    """The rows of a judged table under the marks that stand, as far as somebody may see them."""

    judged: Judged
    rows: ibis.Table
    scope: Scope
    words: DutyWords

    def counts(self, narrowed: Narrowed) -> dict[str, int]:
        """How many rows each list has."""
        rows = self._seen.filter(columns.wanted(self._seen, narrowed))
        counted = rows.aggregate(
            **{each.name: self._on_list(rows, each, narrowed).sum().fill_null(0) for each in WORKLISTS}
        )
        return {name: int(found) for name, found in counted.to_pyarrow().to_pylist()[0].items()}

    def counts_by_duty(self, worklist: Worklist, narrowed: Narrowed) -> dict[str, int]:
        """How many rows a list has of each duty, the most first."""
        rows = self._seen.filter(columns.wanted(self._seen, narrowed))
        found = rows.filter(self._on_list(rows, worklist, narrowed)).group_by("duty").agg(many=lambda t: t.count())
        ordered = found.order_by(found.many.desc(), found.duty).to_pyarrow().to_pylist()
        return {row["duty"]: int(row["many"]) for row in ordered}

    def page(self, worklist: Worklist, narrowed: Narrowed, *, first: int = 0, limit: int | None = 50) -> list[Row]:
        """Some rows of a list in its order; all of them where `limit` is None, for a file."""
        rows = self._seen.filter(columns.wanted(self._seen, narrowed))
        found = rows.filter(self._on_list(rows, worklist, narrowed))
        ordered = found.order_by(columns.order(found, worklist)).select(*COLUMNS).limit(limit, offset=first)
        return _told(ordered)

    def choices(self) -> Choices:
        """What the rows can be narrowed down by."""
        seen = self._seen
        asked = {name: seen[name].collect(distinct=True) for name in (*CHOICES, "ends")}
        found = seen.aggregate(**asked).to_pyarrow().to_pylist()[0]
        sorted_values = {name: sorted(each for each in found[name] or () if each) for name in (*CHOICES, "ends")}
        ended = sorted_values.pop("ends")
        return Choices(sorted_values, list(reversed(ended)))

    def of_person(self, person: str) -> list[Row]:
        """A person's rows in the order of the list of everything, whoever has the case: the look is logged."""
        rows = self.rows.filter(self.rows.person == person)
        return _told(rows.order_by(columns.order(rows, ALL)).select(*COLUMNS))

    def row(self, key: DeadlineKey) -> Row | None:
        """One row, None where there is no such deadline, or it is not one to be seen."""
        rows = self._seen
        of_key = (rows.person == key.person) & (rows.duty == key.duty) & (rows.starts == ibis.literal(key.starts))
        return next(iter(_told(rows.filter(of_key).select(*COLUMNS).limit(1))), None)

    def row_hidden(self, key: str, secret: str) -> Row | None:
        """The row of which `key.hidden_key` made this under the secret, as `row` gives it."""
        rows = self._seen
        named = ibis.literal(f"{secret}{BEFORE}") + rows.duty + ":" + rows.person + ":" + rows.starts.cast("string")
        of_key = named.hexdigest("sha256").substr(0, KEY_SIGNS) == key
        return next(iter(_told(rows.filter(of_key).select(*COLUMNS).limit(1))), None)

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """The teams in which the caseworker has running cases."""
        if self.scope.everything or not self.scope.caseworker:
            return ()
        own = self.rows.filter((self.rows.now_caseworker == self.scope.caseworker) & self.rows.running)
        return tuple(sorted(own.select("team_key").distinct().to_pyarrow().column("team_key").to_pylist()))

    @cached_property
    def _seen(self) -> ibis.Table:
        return self.rows.filter(columns.may_see(self.rows, self.scope, self.teams))

    def _on_list(self, rows: ibis.Table, worklist: Worklist, narrowed: Narrowed) -> ibis.Value:
        return columns.on_list(rows, worklist, self.judged.day, narrowed.days, self.words)


@contextmanager
def opened(judged: Judged, marks: Sequence[Mark], scope: Scope, words: DutyWords) -> Iterator[Opened]:
    """The judged table with the marks, for the block.

    Raises `Damaged` where the file went away meanwhile, or cannot be read: then it is taken away, to be judged anew.
    """
    spill = judged.path.with_name(f".spill-{secrets.token_hex(8)}")  # its own: others read the same table meanwhile
    backend = ibis.duckdb.connect(":memory:", **settings(spill))
    try:
        close_in_folder(backend.con, judged.path.parent)
        rows = backend.read_parquet(judged.path, table_name="deadlines")
        over = ibis.memtable(as_columns(marks))
        seen = backend.create_view("marked", columns.with_marks(rows, over, judged.day, judged.known))
        yield Opened(judged, seen, scope, words)
    except duckdb.Error as gone:
        if not isinstance(gone, _UNREADABLE) and type(gone) is not duckdb.Error:  # without a kind: cannot be unpacked
            raise
        judged.path.unlink(missing_ok=True)
        raise Damaged(f"{judged.path} could not be read; it is judged anew when asked again.") from gone
    finally:
        backend.disconnect()
        shutil.rmtree(spill, ignore_errors=True)


def _told(rows: ibis.Table) -> list[Row]:
    found: pa.Table = rows.to_pyarrow()
    return [row_of(values) for values in found.to_pylist()]
