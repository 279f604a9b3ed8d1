"""A clerk loads deliveries: what is in the register afterwards, and what is not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest

from pejl.home.folders import Home
from pejl.intake.faults import FaultKind
from pejl.register.loading import NotLoaded, load
from pejl.register.mending import as_delivery
from pejl.register.register import Register, Snapshot
from pejl.register.report import Outcome, Report
from register.deliveries import KEY, OTHER_KEY, Rows, delivery, person, spell

NOVEMBER, DECEMBER, JANUARY = dt.date(2025, 11, 30), dt.date(2025, 12, 31), dt.date(2026, 1, 31)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def files(home: Home) -> set[str]:
    return {str(path.relative_to(home.register)) for path in home.register.rglob("*") if path.is_file()}


def ids(snapshot: Snapshot, table: str = "benefit_spells") -> list[str]:
    return sorted(snapshot.table(table).id.to_pyarrow().to_pylist())


def faults(report: Report, table: str) -> dict[tuple[str, str], int]:
    found = next(each for each in report.tables if each.name == table)
    return {(fault.kind.value, fault.column): fault.rows for fault in found.faults}


def test_a_delivery_becomes_a_snapshot_that_is_whole(home: Home, tmp_path: Path) -> None:
    tables: dict[str, Rows] = {"persons": [person("1"), person("2")], "benefit_spells": [spell("a", "1")]}
    report = load(delivery(tmp_path / "d", DECEMBER, tables), home, KEY)
    assert report.outcome is Outcome.LOADED
    assert (report.known, report.base) == (DECEMBER, "")
    newest = Register(home).newest()
    assert newest.id == report.snapshot
    assert newest.touched() == []
    assert ids(newest) == ["a"]
    assert newest.report == report


def test_the_same_delivery_twice_gives_the_same_snapshot_and_writes_nothing(home: Home, tmp_path: Path) -> None:
    path = delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]})
    first = load(path, home, KEY)
    before = {name: (home.register / name).stat().st_mtime_ns for name in files(home) - {"lock"}}
    second = load(path, home, KEY)
    assert second.outcome is Outcome.ALREADY_LOADED
    assert second.snapshot == first.snapshot
    assert {name: (home.register / name).stat().st_mtime_ns for name in files(home) - {"lock"}} == before


def test_the_same_delivery_in_another_installation_gives_the_same_bytes(tmp_path: Path) -> None:
    tables: dict[str, Rows] = {
        "persons": [person(str(number)) for number in range(40)],
        "benefit_spells": [spell(str(number), str(number % 45)) for number in range(60)] + [spell("3", "3")],
    }
    path = delivery(tmp_path / "d", DECEMBER, tables)
    homes = [Home(tmp_path / name) for name in ("one", "two")]
    reports = [load(path, home, KEY) for home in homes]
    assert reports[0].snapshot == reports[1].snapshot
    one, two = (home.register / reports[0].snapshot for home in homes)
    for name in ("manifest.json", "persons.parquet", "benefit_spells.parquet", "quarantine/benefit_spells.parquet"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


def test_all_rows_with_a_key_that_comes_twice_go_to_quarantine(home: Home, tmp_path: Path) -> None:
    tables: dict[str, Rows] = {
        "persons": [person("1")],
        "benefit_spells": [spell("a", "1"), spell("b", "1"), spell("a", "1", "2025-02-03")],
    }
    report = load(delivery(tmp_path / "d", DECEMBER, tables), home, KEY)
    assert faults(report, "benefit_spells") == {(FaultKind.KEY_TWICE.value, "id"): 2}
    assert ids(Register(home).newest()) == ["b"]


def test_a_key_of_several_columns_is_the_same_only_when_all_are(home: Home, tmp_path: Path) -> None:
    def line(account: str, month: str) -> dict[str, object]:
        return {"account": account, "month": month, "name": "Mentorer", "spent": "1234,50"}

    rows = [line("5.90", "2025-01"), line("5.90", "2025-02"), line("5.91", "2025-01"), line("5.90", "2025-02")]
    report = load(delivery(tmp_path / "d", DECEMBER, {"ledger_lines": rows}), home, KEY)
    assert faults(report, "ledger_lines") == {(FaultKind.KEY_TWICE.value, ""): 2}
    assert Register(home).newest().table("ledger_lines").count().execute() == 2


def test_a_row_about_a_person_that_the_snapshot_lacks_goes_to_quarantine(home: Home, tmp_path: Path) -> None:
    tables: dict[str, Rows] = {"persons": [person("1")], "benefit_spells": [spell("a", "1"), spell("b", "2")]}
    report = load(delivery(tmp_path / "d", DECEMBER, tables), home, KEY)
    assert faults(report, "benefit_spells") == {(FaultKind.NOT_FOUND.value, "person"): 1}


def test_where_most_rows_refer_to_nobody_the_delivery_is_refused(home: Home, tmp_path: Path) -> None:
    spells = [spell(str(number), str(number)) for number in range(30)]
    report = load(delivery(tmp_path / "d", DECEMBER, {"benefit_spells": spells}), home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert "30 af 30 rækker henviser til noget, der ikke er leveret" in report.sentence
    assert Register(home).snapshots() == []


def test_where_the_key_is_no_key_the_delivery_is_refused(home: Home, tmp_path: Path) -> None:
    tables: dict[str, Rows] = {"persons": [person("1")], "benefit_spells": [spell("a", "1")] * 30}
    report = load(delivery(tmp_path / "d", DECEMBER, tables), home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert "forkert kolonne" in report.sentence


def test_a_quarantined_row_can_be_read_back_as_it_was(home: Home, tmp_path: Path) -> None:
    row = spell("a", "9", "2025-01-06", "2025-02-28", hours_paid="1234,5", special_effort="ja", team="Ærø")
    report = load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")], "benefit_spells": [row]}), home, KEY)
    kept = pq.read_table(home.register / report.snapshot / "quarantine" / "benefit_spells.parquet").to_pylist()[0]
    cells = {name: kept[name] for name in ("start", "end", "hours_paid", "special_effort", "team", "benefit", "rate")}
    assert cells == {
        "start": "2025-01-06",
        "end": "2025-02-28",
        "hours_paid": "1234,5000",
        "special_effort": "ja",
        "team": "Ærø",
        "benefit": "dagpenge",
        "rate": "",
    }
    mended = delivery(tmp_path / "m", DECEMBER, {"persons": [person("9")]}, mends=report.id)
    load(mended, home, KEY)
    with as_delivery(home, report.snapshot) as taken, ZipFile(taken) as archive:
        archive.extractall(tmp_path / "again")
    assert load(tmp_path / "again", home, KEY).tables[0].accepted == 1
    held = Register(home).newest().table("benefit_spells").to_pyarrow().to_pylist()[0]
    assert (held["hours_paid"], held["special_effort"], held["end"]) == (Decimal("1234.5"), True, dt.date(2025, 2, 28))


def test_persons_of_an_earlier_delivery_are_found(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person("1")]}), home, KEY)
    report = load(delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": [spell("a", "1")]}), home, KEY)
    assert faults(report, "benefit_spells") == {}


def test_tables_that_are_not_delivered_are_carried_over(home: Home, tmp_path: Path) -> None:
    first = load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person("1")]}), home, KEY)
    second = load(delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": [spell("a", "1")]}), home, KEY)
    newest = Register(home).newest()
    assert {entry.name: entry.delivery for entry in newest.manifest.tables} == {
        "persons": first.id,
        "benefit_spells": second.id,
    }
    carried = home.register / second.snapshot / "persons.parquet"
    assert carried.samefile(home.register / first.snapshot / "persons.parquet")


def test_a_row_that_is_added_replaces_the_one_with_the_same_key(home: Home, tmp_path: Path) -> None:
    spells = [spell("a", "1"), spell("b", "1")]
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person("1")], "benefit_spells": spells}), home, KEY)
    added = [spell("b", "1", end="2025-12-01"), spell("c", "1")]
    covers = {"benefit_spells": "additions"}
    report = load(delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": added}, covers=covers), home, KEY)
    newest = Register(home).newest()
    assert ids(newest) == ["a", "b", "c"]
    assert newest.table("benefit_spells").end.max().to_pyarrow().as_py() == dt.date(2025, 12, 1)
    changes = report.tables[0].changes
    assert changes
    assert (changes.gone, changes.new, changes.changed) == (0, 1, 1)


def test_a_table_delivered_anew_leaves_nothing_of_the_old_one(home: Home, tmp_path: Path) -> None:
    for day, keys in ((NOVEMBER, "ab"), (DECEMBER, "bc")):
        spells = [spell(key, "1") for key in keys]
        path = delivery(tmp_path / str(day), day, {"persons": [person("1")], "benefit_spells": spells})
        report = load(path, home, KEY)
    assert ids(Register(home).newest()) == ["b", "c"]
    changes = next(each for each in report.tables if each.name == "benefit_spells").changes
    assert changes
    assert (changes.rows_before, changes.rows_now, changes.gone, changes.new, changes.changed) == (2, 2, 1, 1, 0)


def test_an_older_delivery_that_comes_late_changes_no_newer_snapshot(home: Home, tmp_path: Path) -> None:
    newer = load(delivery(tmp_path / "d1", DECEMBER, {"persons": [person("1"), person("2")]}), home, KEY)
    older = load(delivery(tmp_path / "d2", NOVEMBER, {"persons": [person("1")]}), home, KEY)
    assert older.base == ""
    assert "31. december 2025" in older.sentence
    register = Register(home)
    assert register.newest().id == newer.snapshot
    assert register.as_of(NOVEMBER).id == older.snapshot


def test_the_later_of_two_deliveries_of_the_same_day_is_the_newest(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d1", DECEMBER, {"persons": [person("1")]}), home, KEY)
    second = load(delivery(tmp_path / "d2", DECEMBER, {"persons": [person("2")]}), home, KEY)
    assert Register(home).newest().id == second.snapshot


def test_mended_rows_are_added_to_what_the_delivery_held(home: Home, tmp_path: Path) -> None:
    tables: dict[str, Rows] = {
        "persons": [person("1"), person("2")],
        "benefit_spells": [spell("a", "1"), spell("b", "2", end="2024-01-01")],
    }
    first = load(delivery(tmp_path / "d1", DECEMBER, tables), home, KEY)
    mended: dict[str, Rows] = {"benefit_spells": [spell("b", "2", end="2025-06-01")]}
    report = load(delivery(tmp_path / "d2", DECEMBER, mended, mends=first.id), home, KEY)
    assert report.base == first.snapshot
    assert ids(Register(home).newest()) == ["a", "b"]


def test_mended_rows_of_a_delivery_that_is_not_here_are_refused(home: Home, tmp_path: Path) -> None:
    path = delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}, mends="ab" * 32)
    report = load(path, home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert "ikke indlæst her" in report.sentence


def test_another_key_is_refused(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person("1")]}), home, KEY)
    report = load(delivery(tmp_path / "d2", DECEMBER, {"persons": [person("1")]}), home, OTHER_KEY)
    assert report.outcome is Outcome.REFUSED
    assert KEY.fingerprint in report.sentence
    assert KEY.secret.hex() not in report.sentence


def test_a_refused_delivery_leaves_its_report_only(home: Home, tmp_path: Path) -> None:
    path = delivery(tmp_path / "d", DECEMBER, {"persons": [person("1", note="en lang tekst om en borger " * 12)]})
    report = load(path, home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert files(home) == {"lock", f"refused/{report.id}.json"}
    assert Register(home).reports() == [report]


@pytest.mark.parametrize("what", ["nothing there", "an empty folder", "a broken zip", "a broken description"])
def test_what_is_no_delivery_is_refused_with_a_sentence(what: str, home: Home, tmp_path: Path) -> None:
    path = tmp_path / "d"
    if what == "an empty folder":
        path.mkdir()
    elif what == "a broken zip":
        path = tmp_path / "d.zip"
        path.write_bytes(b"PK\x03\x04 no more")
    elif what == "a broken description":
        path.mkdir()
        (path / "delivery.toml").write_text("[delivery\n", encoding="utf-8")
    report = load(path, home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert report.sentence
    noted = {f"refused/{report.id}.json"} if path.exists() else set()
    assert files(home) == {"lock"} | noted


def test_the_left_overs_of_a_killed_load_are_removed_by_the_next(home: Home, tmp_path: Path) -> None:
    left_over = home.register / ".2025-12-31-0123456789ab.part"
    (left_over / "quarantine").mkdir(parents=True)
    (left_over / "persons.parquet").write_bytes(b"half")
    (home.register / ".spill-999999999-abcd").mkdir()
    load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}), home, KEY)
    assert not [path for path in home.register.iterdir() if path.name.startswith(".")]


def test_a_data_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")
    path = delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]})
    with pytest.raises(NotLoaded, match="kan ikke skrives"):
        load(path, Home(tmp_path / "home"), KEY)


def test_the_register_is_for_its_owner_and_their_group(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}), home, KEY)
    assert home.register.stat().st_mode & 0o007 == 0


def test_a_share_that_jumped_is_told(home: Home, tmp_path: Path) -> None:
    def people(children: int, couples: int) -> list[dict[str, object]]:
        return [
            person(str(number), children_at_home=children, family="par" if number < couples else "enlig")
            for number in range(100)
        ]

    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": people(2, 40)}), home, KEY)
    report = load(delivery(tmp_path / "d2", DECEMBER, {"persons": people(1, 50)}), home, KEY)
    changes = report.tables[0].changes
    assert changes
    assert changes.changed == 100
    assert {(jump.column, jump.what, jump.before, jump.now) for jump in changes.jumps} == {
        ("family", "enlig", 0.6, 0.5),
        ("family", "par", 0.4, 0.5),
        ("children_at_home", "mean", 2.0, 1.0),
    }
    assert "fra 40,0 pct. til 50,0 pct." in " ".join(jump.sentence for jump in changes.jumps)


def test_a_table_that_lost_most_of_its_rows_is_told(home: Home, tmp_path: Path) -> None:
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person(str(n)) for n in range(80)]}), home, KEY)
    report = load(delivery(tmp_path / "d2", DECEMBER, {"persons": [person("1")]}), home, KEY)
    changes = report.tables[0].changes
    assert changes
    assert [jump.what for jump in changes.jumps] == ["rows"]
    assert changes.gone == 79


def test_numbers_that_fail_the_old_control_are_a_hint_and_all_loaded(home: Home, tmp_path: Path) -> None:
    persons = [person("0707614285"), person("0707614286"), person("6707614286")]
    report = load(delivery(tmp_path / "d", DECEMBER, {"persons": persons}, identifier="cpr"), home, KEY)
    (table,) = report.tables
    assert (table.accepted, table.quarantined) == (3, 0)
    assert [(hint.column, hint.rows, hint.of) for hint in table.hints] == [("person", 1, 2)]
    assert "fingerpeg" in table.hints[0].sentence
    assert "0707614286" not in (home.register / report.snapshot / "report.json").read_text(encoding="utf-8")


def test_no_hint_is_given_where_no_number_fails_or_none_is_one(home: Home, tmp_path: Path) -> None:
    for name, number, identifier in (("holds", "0707614285", "cpr"), ("own", "0707614286", "own")):
        path = delivery(tmp_path / name, DECEMBER, {"persons": [person(number)]}, identifier=identifier)
        assert load(path, home, KEY).tables[0].hints == ()
