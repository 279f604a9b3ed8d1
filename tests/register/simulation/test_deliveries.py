"""The municipality delivered twice: what quarantine finds, and what changes from one delivery to the next."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pejl.register.report import Outcome
from pejl.register.simulation.deliveries import PLANTED, known_days
from pejl.register.simulation.errors import MISTAKES
from pejl.register.simulation.wish import Unusable, Wish
from register.simulation.fjordby import Loaded

Found = set[tuple[str, int, str, str]]


def quarantined(of: Loaded, snapshot: str) -> Found:
    return {
        (row["quarantine_file"], row["quarantine_line"], reason["kind"], reason["column"])
        for path in (of.home.register / snapshot / "quarantine").glob("*.parquet")
        for row in pq.read_table(path).to_pylist()
        for reason in row["quarantine_reasons"]
    }


def test_quarantine_holds_exactly_what_was_planted(register: Loaded) -> None:
    for report, written in zip(register.reports, register.written, strict=True):
        assert report.outcome is Outcome.LOADED, report.sentence
        planted = {(each.file, each.line, each.kind.value, each.column) for each in written.planted}
        assert quarantined(register, report.snapshot) == planted
        assert {each.kind for each in written.planted} >= {each.kind for each in MISTAKES["talks"]}


def test_what_was_planted_is_listed_beside(register: Loaded) -> None:
    with (register.folder / PLANTED).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(len(each.planted) for each in register.written)


def test_the_next_delivery_has_new_rows_and_mended_ones_and_loses_none(register: Loaded) -> None:
    changes = {table.name: table.changes for table in register.reports[1].tables}
    for name in ("benefit_spells", "talks", "offers", "payments", "sick_leave_spells"):
        found = changes[name]
        assert found is not None
        assert found.new > 0 and found.changed > 0, name
        assert found.gone == 0, name


def test_what_came_after_the_first_delivery_is_not_in_it(register: Loaded) -> None:
    folder = register.home.register / register.reports[0].snapshot
    spells = pq.read_table(folder / "benefit_spells.parquet").to_pylist()
    known = register.written[0].known
    assert all(row["start"] <= known and (row["end"] is None or row["end"] <= known) for row in spells)
    talks = pq.read_table(folder / "talks.parquet").to_pylist()
    assert all(row["status"] in {"booket", "aflyst"} for row in talks if row["day"] > known)


def test_deliveries_lie_a_quarter_apart() -> None:
    days = [dt.date(2026, 4, 30), dt.date(2026, 7, 31), dt.date(2026, 10, 31)]
    assert known_days(dt.date(2026, 10, 31), 3) == days


@pytest.mark.parametrize(
    ("first", "last", "many"),
    [
        (dt.date(2010, 1, 1), dt.date(2026, 1, 1), 1),
        (dt.date(2026, 1, 1), dt.date(2025, 1, 1), 1),
        (dt.date(2025, 1, 1), dt.date(2025, 12, 31), 9),
    ],
)
def test_a_time_that_cannot_be_simulated_is_told(first: dt.date, last: dt.date, many: int) -> None:
    with pytest.raises(Unusable):
        Wish(7_000, 1, first, last, many)


def test_the_truth_is_beside_the_deliveries_and_in_none(register: Loaded) -> None:
    truth = pq.read_table(register.folder / "truth.parquet")
    assert truth.num_rows > 500
    for path in Path(register.folder).rglob("*.csv"):
        assert "severity" not in path.read_bytes().decode("cp1252", "replace").splitlines()[0]
