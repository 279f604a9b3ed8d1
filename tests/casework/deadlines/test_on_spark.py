"""The same table of deadlines on both engines, row by row (`make test-spark`)."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any

import pytest

from casework.deadlines.asking import the_law
from casework.deadlines.random_registers import DUTIES, register
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.home.folders import Home
from pejl.register.engine import engine_of
from pejl.register.kept import manifests
from pejl.register.loading import load
from pejl.register.places import Places
from pejl.register.snapshot import Snapshot
from register.deliveries import KEY, delivery, person

ON_SPARK = os.environ.get("PEJL_ENGINE") == "spark"
DAY = dt.date(2026, 8, 10)


def written(row: Mapping[str, object]) -> dict[str, object]:
    """A row as a source writes it."""

    def cell(value: object) -> object:
        if isinstance(value, bool):
            return "ja" if value else "nej"
        text = "" if value is None else str(value)
        return text.replace(".", ",") if text.replace(".", "").isdigit() else text

    return {name: cell(value) for name, value in row.items()}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("deadlines")
    rows = {name: [written(row) for row in table] for name, table in register(11, persons=60).items()}
    people = [written(person(f"p{number}")) for number in range(60)]
    load(delivery(folder / "d", "2026-11-20", {"persons": people, **rows}), Home(folder / "home"), KEY)
    return Places.of(Home(folder / "home"))


def asked(places: Places, engine: str) -> list[dict[str, Any]]:
    snapshot = Snapshot(manifests(places)[-1], places, engine_of(places, {"PEJL_ENGINE": engine}))
    table = deadlines(snapshot, DAY, law_day=the_law(DAY), duties=DUTIES)
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return sorted(rows, key=lambda row: (row["duty"], row["person"], row["starts"]))


@pytest.mark.skipif(not ON_SPARK, reason="Spark takes long to start; `make test-spark` runs this.")
def test_spark_judges_as_duckdb_does(places: Places) -> None:
    expected, found = (asked(places, engine) for engine in ("duckdb", "spark"))
    assert len(expected) > 200
    for one, other in zip(found, expected, strict=True):
        assert one == other
