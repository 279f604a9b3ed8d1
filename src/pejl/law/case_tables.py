"""Worked cases as the rows of a table, and as arrays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from pejl.law.law_day import LawOnDay

_ARROW = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string(), dt.date: pa.date32()}
_NUMPY = {bool: "bool", int: "int64", float: "float64", str: "object", dt.date: "datetime64[D]"}
_ROW = "lov_eksempel"

Row = Mapping[str, Any]


def asked(law: LawOnDay, given: Sequence[Row], wanted: tuple[str, ...]) -> list[Row]:
    """The wanted values of each row, by the rules' texts as an expression over one table."""
    columns: dict[str, Any] = {_ROW: pa.array(range(len(given)), pa.int64())}
    for fact in law.plan(wanted).facts:
        columns[fact.name] = pa.array([row.get(fact.name) for row in given], _ARROW[fact.kind])
    table = law.columns(ibis.memtable(pa.table(columns)), wanted, unsettled="unknown")
    rows: list[Row] = table.order_by(_ROW).to_pyarrow().to_pylist()
    return rows


def counted(law: LawOnDay, given: Sequence[Row], wanted: tuple[str, ...]) -> list[Row]:
    """The wanted values of each row, by arrays."""
    arrays = {
        fact.name: np.array([row[fact.name] for row in given], _NUMPY[fact.kind]) for fact in law.plan(wanted).facts
    }
    if not arrays:
        arrays = {"": np.zeros(len(given))}
    found = {name: values.tolist() for name, values in law.arrays(arrays, wanted).items()}
    return [{name: found[name][place] for name in wanted} for place in range(len(given))]
