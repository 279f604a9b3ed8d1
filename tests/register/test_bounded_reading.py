"""However many rows are in quarantine and however many deliveries there were, a page reads what it shows."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.home.folders import Home
from pejl.intake import table_file
from pejl.intake.faults import Fault, FaultKind
from pejl.intake.quarantine.quarantined import QuarantinedRow, as_batch
from pejl.register import kept, mending, quarantine_index, reported
from pejl.register.contract import CONTRACT
from pejl.register.deliveries import deliveries, held, made
from pejl.register.deliveries import delivery as told_of
from pejl.register.loading import load
from pejl.register.mending import as_delivery
from pejl.register.places import Places
from pejl.register.quarantined import quarantined
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person, spell

SPELLS = CONTRACT.table("benefit_spells")
MISSING, NO_DAY = Fault(FaultKind.MISSING, "benefit"), Fault(FaultKind.NO_DAY, "start")


def day(number: int) -> dt.date:
    return dt.date(2025, 1, 1) + dt.timedelta(days=number)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_file, "ROWS_IN_GROUP", 10)
    monkeypatch.setattr(quarantine_index, "ROWS_AT_A_TIME", 4)


def with_bad_rows(folder: Path, home: Home, bad: int, name: str = "d") -> str:
    """A snapshot with so many quarantined spells: each third lacks its benefit and its day, the others have no day."""
    spells = [spell(f"y{number}", "1") for number in range(2 * bad + 20)]
    spells += [
        spell(f"b{number}", "1", "i går", **({"benefit": ""} if number % 3 == 0 else {})) for number in range(bad)
    ]
    path = delivery(folder / name, day(0), {"persons": [person("1")], "benefit_spells": spells})
    return load(path, home, KEY).snapshot


@pytest.mark.usefixtures("small_groups")
def test_a_page_far_down_reads_only_the_group_that_holds_it(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = with_bad_rows(tmp_path, home, 95)
    whole = quarantined(home, snapshot, "benefit_spells", limit=1000)
    read: list[tuple[Any, Any]] = []
    iterate = pq.ParquetFile.iter_batches

    def watched(self: pq.ParquetFile, size: int, **asked: Any) -> Any:
        read.append((asked.get("row_groups"), asked.get("columns")))
        return iterate(self, size, **asked)

    monkeypatch.setattr(pq.ParquetFile, "iter_batches", watched)
    leaf = quarantined(home, snapshot, "benefit_spells", first=72, limit=5)
    assert read == [([7], None)]
    assert (leaf.rows, leaf.found, leaf.total, leaf.reasons) == (whole.rows[72:77], 95, 95, whole.reasons)
    having = [row for row in whole.rows if "benefit" in row.faulty]
    leaf = quarantined(home, snapshot, "benefit_spells", reason="missing.benefit", first=30, limit=5)
    assert (list(leaf.rows), leaf.found, leaf.total) == (having[30:], 32, 95)
    assert read[1:] == [([9], None)]


@pytest.mark.usefixtures("small_groups")
def test_reasons_are_counted_without_reading_the_cells(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = with_bad_rows(tmp_path, home, 35)
    counted: list[Any] = []
    group = quarantine_index._group
    monkeypatch.setattr(quarantine_index, "_group", lambda file, number: counted.append(number) or group(file, number))
    for _ in range(3):
        leaf = quarantined(home, snapshot, "benefit_spells", limit=1)
        assert {reason.word: reason.rows for reason in leaf.reasons} == {"no_day.start": 35, "missing.benefit": 12}
    assert counted == [0, 1, 2, 3]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from([MISSING, NO_DAY]), min_size=1, max_size=3), max_size=60),
    st.sampled_from([None, ("missing", "benefit"), ("no_day", "start"), ("no_flag", "")]),
    st.integers(0, 70),
    st.integers(1, 20),
)
def test_any_page_is_the_same_as_of_all_rows_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    faults: list[list[Fault]],
    cause: quarantine_index.Cause | None,
    first: int,
    limit: int,
) -> None:
    rows = [QuarantinedRow("a.csv", number, tuple(each)) for number, each in enumerate(faults)]
    path = tmp_path_factory.mktemp("rows") / "spells.parquet"
    pq.write_table(pa.Table.from_batches([as_batch(rows, SPELLS)]), path, row_group_size=7)
    having = [row for row in rows if cause is None or any((f.kind.value, f.column) == cause for f in row.faults)]
    with quarantine_index.indexed(path) as file:
        found = [
            line for batch in file.rows(cause, first, limit) for line in batch.column("quarantine_line").to_pylist()
        ]
        assert found == [row.line for row in having][first : first + limit]
        assert file.found(cause) == len(having) and file.found(None) == len(rows)
        assert file.causes == Counter((f.kind.value, f.column) for row in rows for f in set(row.faults))


def test_a_file_that_took_another_s_place_is_counted_anew(home: Home, tmp_path: Path) -> None:
    few, many = with_bad_rows(tmp_path, home, 4), with_bad_rows(tmp_path, Home(tmp_path / "other"), 9, "e")
    assert quarantined(home, few, "benefit_spells").total == 4
    other = tmp_path / "other" / "register" / many / "quarantine" / "benefit_spells.parquet"
    shutil.copy(other, tmp_path / "next")
    (tmp_path / "next").rename(Places.of(home).snapshot(few) / "quarantine" / "benefit_spells.parquet")
    assert quarantined(home, few, "benefit_spells").total == 9


def test_a_large_export_lies_on_the_disk_under_no_name_and_is_the_same(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = with_bad_rows(tmp_path, home, 200)
    with as_delivery(home, snapshot) as small:
        expected = small.read()
    before = sorted(home.root.rglob("*"))
    monkeypatch.setattr(mending, "IN_MEMORY", 1_000)
    with as_delivery(home, snapshot) as large:
        assert large._rolled  # type: ignore[attr-defined]
        assert sorted(home.root.rglob("*")) == before
        assert large.read() == expected
    with zipfile.ZipFile(io.BytesIO(expected)) as archive:
        assert archive.read("benefit_spells.csv").count(b"\r\n") == 201
    assert sorted(home.root.rglob("*")) == before


def test_a_list_of_deliveries_reads_each_report_once_and_then_those_it_shows(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        load(delivery(tmp_path / str(number), day(number), {"persons": [person(str(number))]}), home, KEY)
    first = held(home)
    read: list[Path] = []
    report_at = kept.report_at
    monkeypatch.setattr(kept, "report_at", lambda path: read.append(path) or report_at(path))
    some = deliveries(home, 4, 1)
    assert (len(read), len(some.told), some.total) == (1, 1, 6)
    assert some.told == first.deliveries[4:5]
    load(delivery(tmp_path / "7", day(7), {"persons": [person("7")]}), home, KEY)
    read.clear()
    assert deliveries(home, 0, 1).told[0].report.known == day(7)
    assert len(read) == 2


def test_the_front_page_tells_the_latest_and_how_many_came_before(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pejl.register.deliveries.LATEST", 2)
    ids = [
        load(delivery(tmp_path / str(number), day(number), {"persons": [person(str(number))]}), home, KEY).id
        for number in range(5)
    ]
    now = held(home)
    assert (len(now.deliveries), now.earlier, now.latest.total) == (2, 3, 5)
    assert now.newest and now.newest.delivery == ids[4]
    assert now.made_by and now.made_by.report.id == ids[4]
    assert {each.report.id for each in deliveries(home, 0, 10).told} == set(ids)
    oldest = told_of(home, ids[0])
    assert oldest and oldest.report.id == ids[0] and told_of(home, "0" * 64) is None
    assert made(home, oldest.report.snapshot) == oldest
    assert made(home, "../x") is made(home, "2025-12-31-000000000000") is None


def test_a_refused_delivery_is_told_of_by_its_own_report(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d", day(0), {"persons": [person("1")]}), home, KEY)
    path = delivery(tmp_path / "m", day(1), {"persons": [person("1", note="x" * 3)]}, mends="ab" * 32)
    refused = load(path, home, KEY)
    assert refused.outcome is Outcome.REFUSED
    told = told_of(home, refused.id)
    assert told and told.report == refused and held(home).last == told


def test_only_manifests_of_the_newest_day_are_read_to_find_the_newest(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, known in enumerate((0, 3, 3, 1)):
        load(delivery(tmp_path / str(number), day(known), {"persons": [person(str(number))]}), home, KEY)
    places, read = Places.of(home), list[str]()
    expected = kept.manifests(places)[-1]
    manifest_of = kept.manifest_of
    monkeypatch.setattr(kept, "manifest_of", lambda places, name: read.append(name) or manifest_of(places, name))
    assert kept.newest_manifest(places) == expected
    assert len(read) == 2
    assert kept.newest_manifest(Places.of(Home(tmp_path / "none"))) is None


def test_lines_are_kept_of_no_more_reports_than_there_is_room_for(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reported, "KEPT", 2)
    for number in range(4):
        load(delivery(tmp_path / str(number), day(number), {"persons": [person(str(number))]}), home, KEY)
    assert len(deliveries(home, 0, 10).told) == 4
    assert len(reported._lines) <= 2
