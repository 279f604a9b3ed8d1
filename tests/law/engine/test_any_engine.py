"""A table of the law is one expression of Ibis, which can be written for other engines than DuckDB."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import ibis
import pyarrow.parquet as pq
import pytest

from law.engine.drawn import REFUSED, by_person, drawn, same, table_of
from law.engine.mini.statute import MINI_LAW
from pejl.home.folders import Home
from pejl.law.chosen import Chosen
from pejl.law.law import law
from pejl.register.engine import engine_of
from pejl.register.places import Places

DAYS = (dt.date(2024, 6, 1), dt.date(2025, 7, 1), dt.date(2026, 7, 1))


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "trino"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_rule_can_be_written_for(dialect: str, day: dt.date) -> None:
    for on_day in (law().on(day), MINI_LAW.on(day)):
        names = [name for name in on_day.book.versions if isinstance(on_day.settled(name), Chosen)]
        table = on_day.columns(table_of(on_day, drawn(on_day, names, 1, 1, 0.0), names), names, unsettled="unknown")
        sql = str(ibis.to_sql(table.drop("number"), dialect=dialect))
        assert sql.count("CASE") > len(names) / 10


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_engine_that_is_asked_for_gives_the_same_answers(day: dt.date, tmp_path: Path) -> None:
    """DuckDB by default, Spark where it is asked for (`make test-spark`)."""
    on_day = law().on(day, scenario="fjordby")
    names = [name for name in on_day.book.versions if isinstance(on_day.settled(name), Chosen)]
    persons = drawn(on_day, names, 200, seed=5, unknown=0.15)
    places = Places.of(Home(tmp_path))
    places.make()
    file = places.root / "persons.parquet"
    pq.write_table(table_of(on_day, persons, names).to_pyarrow(), file)
    table = engine_of(places).table(file, "persons")
    found = on_day.columns(table, names, unsettled="unknown").order_by("number").to_pyarrow()
    alone = by_person(on_day, persons, names)
    for name in names:
        expected = [None if value == REFUSED else value for value in alone[name]]
        assert all(map(same, expected, found[name].to_pylist())), name
