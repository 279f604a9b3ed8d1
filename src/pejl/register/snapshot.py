"""A snapshot that can be asked: its tables, and what held on a day as far as this snapshot knows."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path

import ibis
from ibis.formats.pyarrow import PyArrowType

from pejl.intake.contract import PROVENANCE, Table
from pejl.register import kept
from pejl.register.contract import CONTRACT
from pejl.register.engine import Engine
from pejl.register.kept import NothingKnown
from pejl.register.manifest import Manifest
from pejl.register.places import REPORT, Places
from pejl.register.report import Report


class Snapshot:
    """What was delivered up to a day, as it was known then. It never changes, except by forgetting."""

    def __init__(self, manifest: Manifest, places: Places, engine: Engine) -> None:
        self.manifest = manifest
        self._places = places
        self._engine = engine
        self._tables: dict[str, ibis.Table] = {}

    @property
    def id(self) -> str:
        """The snapshot's name."""
        return self.manifest.id

    @property
    def known(self) -> dt.date:
        """The day up to which it knows."""
        return self.manifest.known

    @property
    def names(self) -> list[str]:
        """The tables that it holds, in the contract's order."""
        return [entry.name for entry in self.manifest.tables]

    @cached_property
    def report(self) -> Report:
        """What came of the delivery that made it."""
        return Report.model_validate_json((self._places.snapshot(self.id) / REPORT).read_bytes())

    def holds(self, name: str) -> bool:
        """Whether the table was ever delivered. One that was delivered empty was."""
        return name in self.names

    def table(self, name: str) -> ibis.Table:
        """All rows of a table, with the contract's columns. Raises `NothingKnown` where it was never delivered."""
        return self.with_provenance(name).drop(*(field.name for field in PROVENANCE))

    def with_provenance(self, name: str) -> ibis.Table:
        """The same with `source_file` and `source_line`: where each row stands in what was delivered."""
        if name not in self._tables:
            rows = self._engine.table(self._file(name), f"{name}_{self.id}".replace("-", "_"))
            self._tables[name] = _with_every_column(rows, CONTRACT.table(name))
        return self._tables[name]

    def on(self, day: dt.date) -> Held:
        """What held on a day, as far as this snapshot knows. A day after `known` is a guess, and the caller's."""
        return Held(self, day)

    def touched(self) -> list[str]:
        """A sentence for each file that is not what was written; none where the snapshot is whole."""
        return list(kept.touched(self._places, self.manifest))

    def _file(self, name: str) -> Path:
        table = CONTRACT.table(name)
        if not self.holds(name):
            raise NothingKnown(f"Tabellen »{table.danish}« ({name}) er ikke leveret i øjebliksbilledet {self.id}.")
        path = self._places.snapshot(self.id) / f"{name}.parquet"
        if not path.is_file():
            raise kept.Damaged(f"{path} mangler. Hent øjebliksbilledet {self.id} fra sikkerhedskopien.")
        return path


def _with_every_column(rows: ibis.Table, table: Table) -> ibis.Table:
    """A column that the contract got after the rows were written is empty in all of them."""
    later = [field for field in table.schema if field.name not in rows.columns]
    if not later:
        return rows
    empty = {field.name: ibis.null(PyArrowType.to_ibis(field.type)) for field in later}
    return rows.mutate(**empty).select(*table.schema.names)


class Held:
    """A snapshot's rows as of one day: spells that cover it, and moments on or before it."""

    def __init__(self, snapshot: Snapshot, day: dt.date) -> None:
        self.snapshot = snapshot
        self.day = day

    def table(self, name: str) -> ibis.Table:
        """The rows of a table that held on the day; all of them where the contract gives the table no day."""
        rows, table, day = self.snapshot.table(name), CONTRACT.table(name), ibis.literal(self.day)
        if table.spell:
            first, last = (rows[column] for column in table.spell)
            return rows.filter((first <= day) & (last.isnull() | (last >= day)))
        if table.moment:
            return rows.filter(rows[table.moment] <= day)
        return rows
