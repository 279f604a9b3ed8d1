"""A table of the law is one expression of Ibis, which can be written for other engines than DuckDB."""

from __future__ import annotations

import datetime as dt

import ibis
import pytest

from law.engine.drawn import drawn, table_of
from law.engine.mini.statute import MINI_LAW
from pejl.law.chosen import Chosen
from pejl.law.law import law

DAYS = (dt.date(2024, 6, 1), dt.date(2025, 7, 1), dt.date(2026, 7, 1))


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "trino"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_rule_can_be_written_for(dialect: str, day: dt.date) -> None:
    for on_day in (law().on(day), MINI_LAW.on(day)):
        names = [name for name in on_day.book.versions if isinstance(on_day.settled(name), Chosen)]
        table = on_day.columns(table_of(on_day, drawn(on_day, names, 1, 1, 0.0), names), names, unsettled="unknown")
        sql = str(ibis.to_sql(table.drop("number"), dialect=dialect))
        assert sql.count("CASE") > len(names) / 10
