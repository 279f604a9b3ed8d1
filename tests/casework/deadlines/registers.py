"""Registers of a few rows, held in memory: what a snapshot answers, without a delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

import ibis
import pyarrow as pa

from pejl.intake.contract import PROVENANCE, Kind
from pejl.register.contract import CONTRACT

Row = Mapping[str, object]
KNOWN = dt.date(2026, 11, 21)

_numbers = count()
_engine = ibis.duckdb.connect(":memory:")


class Held:
    """Tables that answer as a snapshot's do. What is not named was delivered empty, unless it is in `missing`."""

    def __init__(
        self, tables: Mapping[str, Sequence[Row]], known: dt.date = KNOWN, missing: Sequence[str] = ()
    ) -> None:
        self.known = known
        self.id = "held"
        self.missing = missing
        self._mark = next(_numbers)
        self._rows = tables
        self._made: dict[str, ibis.Table] = {}

    def holds(self, name: str) -> bool:
        return name not in self.missing

    def put_in_place_of(self, other: Held) -> None:
        """Let what was asked of the other be answered with the rows of this one from now on."""
        for name, made in other._made.items():
            _engine.con.register(made.get_name(), arrow(name, self._rows.get(name, ())))

    def table(self, name: str) -> ibis.Table:
        if name not in self._made:
            called = f"{name}_{self._mark}"
            _engine.con.register(called, arrow(name, self._rows.get(name, ())))
            self._made[name] = _engine.table(called)
        return self._made[name]


def in_words(table: ibis.Table) -> str:
    """What is asked, in the words of the engine, which holds from now on what the table itself holds in memory."""
    _engine._run_pre_execute_hooks(table)
    return str(_engine.compile(table))


def answer(sql: str) -> pa.Table:
    """What the engine answers of the registers that are held."""
    return _engine.con.sql(sql).to_arrow_table()


def arrow(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows as the contract's table has them; what a row leaves out is empty."""
    table = CONTRACT.table(name)
    kinds = {column.name: column.kind for column in table.columns}
    provenance = {field.name for field in PROVENANCE}
    schema = pa.schema([field.with_nullable(True) for field in table.schema if field.name not in provenance])
    return pa.Table.from_pylist(
        [{field.name: _value(row.get(field.name), kinds[field.name]) for field in schema} for row in rows], schema
    )


def _value(value: object, kind: Kind) -> Any:
    if value in (None, ""):
        return None
    if kind in (Kind.DAY, Kind.MONTH) and isinstance(value, str):
        return dt.date.fromisoformat(value)
    return Decimal(str(value)) if kind in (Kind.KRONER, Kind.NUMBER) else value


def person(name: str = "p", **other: object) -> Row:
    """A row of `persons`."""
    return {"person": name, "birth_year": 1980, "family": "enlig", "children_at_home": 0, "municipality": 101, **other}


def spell(start: str, end: str = "", group: str = "jobparat", **other: object) -> Row:
    """A row of `benefit_spells`, of the person p unless another is named."""
    row = {"id": f"s{start}", "person": "p", "benefit": "kontanthjaelp", "target_group": group, "case_start": start}
    return {**row, "start": start, "end": end, **other}


def talk(day: str, **other: object) -> Row:
    """A row of `talks`: one that was held, with the municipality."""
    row = {"id": f"t{next(_numbers)}", "person": "p", "type": "jobsamtale", "form": "fremmoede"}
    return {**row, "authority": "kommune", "day": day, "status": "afholdt", **other}


def offer(start: str, end: str = "", kind: str = "virksomhedspraktik", **other: object) -> Row:
    """A row of `offers`: one that was gone through, or runs where it has no last day."""
    status = "gennemfoert" if end else "i_gang"
    row = {"id": f"o{next(_numbers)}", "person": "p", "kind": kind, "start": start, "end": end}
    return {**row, "status": status, **other}
