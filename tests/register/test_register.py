"""Two questions of time: what was known on a day, and what held on a day; and what is said where nothing is known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.register.contract import CONTRACT
from pejl.register.differences import Difference, What, between, tables_of_both
from pejl.register.loading import load
from pejl.register.register import Damaged, Held, NothingKnown, Register, Snapshot
from register.deliveries import KEY, Rows, delivery, person, spell

NOVEMBER, DECEMBER = dt.date(2025, 11, 30), dt.date(2025, 12, 31)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A spell that began in November and was told of in December; one that ended meanwhile."""
    folder = tmp_path_factory.mktemp("register")
    made = Home(folder / "home")
    people = [person("1"), person("2")]
    november: dict[str, Rows] = {"persons": people, "benefit_spells": [spell("a", "1"), spell("gone", "2")]}
    december: dict[str, Rows] = {
        "persons": people,
        "benefit_spells": [
            spell("a", "1", end="2025-11-25", hours_paid="12,5"),
            spell("late", "2", "2025-11-10", team="Ærø"),
        ],
    }
    assert load(delivery(folder / "d1", NOVEMBER, november), made, KEY).tables[1].quarantined == 0
    assert load(delivery(folder / "d2", DECEMBER, december), made, KEY).tables[1].quarantined == 0
    return made


def ids(asked: Snapshot | Held) -> list[str]:
    return sorted(asked.table("benefit_spells").id.to_pyarrow().to_pylist())


@pytest.mark.parametrize(
    ("known", "held", "expected"),
    [
        (NOVEMBER, dt.date(2025, 11, 26), ["a", "gone"]),
        (DECEMBER, dt.date(2025, 11, 26), ["late"]),
        (DECEMBER, dt.date(2025, 11, 25), ["a", "late"]),
        (DECEMBER, dt.date(2025, 11, 9), ["a"]),
        (DECEMBER, dt.date(2025, 1, 5), []),
        (DECEMBER, dt.date(2025, 1, 6), ["a"]),
        (dt.date(2025, 12, 30), dt.date(2025, 11, 26), ["a", "gone"]),
        (dt.date(2026, 5, 1), dt.date(2026, 5, 1), ["late"]),
    ],
)
def test_what_was_known_on_one_day_of_what_held_on_another(
    known: dt.date, held: dt.date, expected: list[str], home: Home
) -> None:
    assert ids(Register(home).as_of(known).on(held)) == expected


def test_a_table_without_days_is_whole_on_every_day(home: Home) -> None:
    held = Register(home).newest().on(dt.date(1990, 1, 1))
    assert held.table("persons").count().to_pyarrow().as_py() == 2


def test_before_the_first_delivery_nothing_was_known(home: Home) -> None:
    with pytest.raises(NothingKnown, match=r"Registeret vidste ikke noget den 29\. november 2025"):
        Register(home).as_of(dt.date(2025, 11, 29))


def test_an_empty_register_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingKnown, match="tomt"):
        Register(Home(tmp_path)).newest()
    assert Register(Home(tmp_path)).snapshots() == []


def test_a_table_that_was_never_delivered_is_not_an_empty_one(home: Home) -> None:
    newest = Register(home).newest()
    assert not newest.holds("talks")
    with pytest.raises(NothingKnown, match="Samtaler"):
        newest.table("talks")


def test_tables_have_the_contracts_columns_and_with_provenance_where_rows_stood(home: Home) -> None:
    newest, table = Register(home).newest(), CONTRACT.table("benefit_spells")
    own = [column.name for column in table.columns]
    assert list(newest.table("benefit_spells").columns) == own
    whole = newest.with_provenance("benefit_spells")
    assert list(whole.columns) == [*own, "source_file", "source_line"]
    stood = whole.select("id", "source_file", "source_line").to_pyarrow().to_pylist()
    assert {"id": "late", "source_file": "benefit_spells.csv", "source_line": 3} in stood


def test_two_snapshots_can_be_joined(home: Home) -> None:
    register = Register(home)
    before, now = (register.as_of(day).table("benefit_spells") for day in (NOVEMBER, DECEMBER))
    assert before.anti_join(now, "id").id.to_pyarrow().to_pylist() == ["gone"]


def test_a_snapshot_is_found_by_the_beginning_of_its_name(home: Home) -> None:
    register = Register(home)
    assert register.snapshot("2025-12").id == register.newest().id
    with pytest.raises(NothingKnown, match="Der er flere"):
        register.snapshot("2025")
    with pytest.raises(NothingKnown):
        register.snapshot("1999")


def test_the_differences_of_two_snapshots_are_counts_and_then_rows(home: Home) -> None:
    before, now, names = tables_of_both(home, "2025-11", "2025-12")
    assert names == ["persons", "benefit_spells"]
    with between(home, before, now, "benefit_spells") as found:
        assert found.counts == {What.GONE: 1, What.NEW: 1, What.CHANGED: 1}
        assert list(found.rows) == [
            Difference(("a",), What.CHANGED, "end", None, "2025-11-25"),
            Difference(("a",), What.CHANGED, "hours_paid", None, "12.5000"),
            Difference(("gone",), What.GONE),
            Difference(("late",), What.NEW),
        ]
    with between(home, before, now, "persons") as same:
        assert (same.counts, list(same.rows)) == ({}, [])


def test_a_table_that_one_snapshot_lacks_is_new_in_the_other(home: Home, tmp_path: Path) -> None:
    other = Home(tmp_path / "home")
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": [person("1")]}), other, KEY)
    load(delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": [spell("a", "1")]}), other, KEY)
    before, now, _ = tables_of_both(other, "2025-11", "2025-12")
    with between(other, before, now, "benefit_spells") as found:
        assert list(found.rows) == [Difference(("a",), What.NEW)]
    with pytest.raises(NothingKnown), between(other, before, now, "nothing"):
        pass


@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_file_that_is_not_what_was_written_is_found(how: str, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    report = load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}), home, KEY)
    path = home.register / report.snapshot / "persons.parquet"
    if how == "changed":
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    else:
        path.unlink()
    newest = Register(home).newest()
    assert len(newest.touched()) == 1
    assert "persons.parquet" in newest.touched()[0]
    if how == "removed":
        with pytest.raises(Damaged):
            newest.table("persons")


def test_a_manifest_that_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    report = load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}), home, KEY)
    (home.register / report.snapshot / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(Damaged, match="sikkerhedskopien"):
        Register(home).newest()


def test_every_key_of_the_contract_is_needed_and_no_table_refers_in_a_circle() -> None:
    for table in CONTRACT.tables:
        assert all(table.column(name).required for name in table.key), table.name
        for column, target in table.refers.items():
            name, _, theirs = target.partition(".")
            assert table.column(column).kind is CONTRACT.table(name).column(theirs).kind
            assert not CONTRACT.table(name).refers
