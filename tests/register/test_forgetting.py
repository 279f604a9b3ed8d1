"""Somebody decides that the register forgets a person, or what is old: it is gone everywhere, and an act says so."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.register import forgetting, forgotten, parquet, services
from pejl.register.forgotten import mark_of
from pejl.register.loading import load
from pejl.register.places import Places
from pejl.register.register import Register
from register.deliveries import KEY, OTHER_KEY, Rows, delivery, person, spell

NOVEMBER, DECEMBER, JANUARY = dt.date(2025, 11, 30), dt.date(2025, 12, 31), dt.date(2026, 1, 31)
WHO, WHY = "Else Brandt", "Borgeren er fraflyttet, og fristen er ude."
pytestmark = pytest.mark.django_db


def pseudonym(number: str) -> str:
    return str(Pseudonyms(KEY, "Fjordby Kommunes fagsystem").one(number, Identifier.OWN))


@pytest.fixture(scope="module")
def three_snapshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three snapshots, which share the table of persons."""
    folder = tmp_path_factory.mktemp("three")
    made = Home(folder / "home")
    first: dict[str, Rows] = {
        "persons": [person("1", household="h"), person("2", household="h"), person("3")],
        "benefit_spells": [
            spell("a", "1", "2019-01-01", "2020-01-31"),
            spell("b", "1"),
            spell("c", "2", "2019-01-01", "2019-06-30"),
            spell("bad", "1", "2025-02-01", "2024-01-01"),
            spell("old and bad", "2", "2019-02-01", "2018-01-01"),
        ],
    }
    load(delivery(folder / "d1", NOVEMBER, first), made, KEY)
    load(delivery(folder / "d2", DECEMBER, {"benefit_spells": [spell("d", "3"), spell("e", "1")]}), made, KEY)
    load(delivery(folder / "d3", JANUARY, {"benefit_spells": [spell("d", "3")]}), made, KEY)
    return made.root


@pytest.fixture
def home(three_snapshots: Path, tmp_path: Path) -> Home:
    """A copy of it, in which files that were one are one."""
    copies: dict[int, str] = {}

    def copy(source: str, target: str) -> None:
        number = Path(source).stat().st_ino
        if number in copies:
            os.link(copies[number], target)
        else:
            copies[number] = shutil.copy2(source, target)

    shutil.copytree(three_snapshots, tmp_path / "home", copy_function=copy)
    return Home(tmp_path / "home")


def everything(home: Home) -> bytes:
    """All that lies in the register, unpacked."""
    found = b""
    for path in sorted(home.register.rglob("*")):
        if path.suffix == ".parquet":
            found += b"".join(str(batch.to_pylist()).encode() for batch in parquet.batches(path))
        elif path.is_file():
            found += path.read_bytes()
    return found


def keys(home: Home, day: dt.date) -> list[str]:
    return sorted(Register(home).as_of(day).table("benefit_spells").id.to_pyarrow().to_pylist())


def test_a_person_is_gone_from_every_snapshot_and_quarantine(home: Home) -> None:
    assert pseudonym("1").encode() in everything(home)
    forgot = services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    assert forgot.rows == {"benefit_spells": 3, "persons": 3, "quarantine/benefit_spells": 1}
    assert pseudonym("1").encode() not in everything(home)
    assert [keys(home, day) for day in (NOVEMBER, DECEMBER, JANUARY)] == [["c"], ["d"], ["d"]]


def test_every_snapshot_is_whole_afterwards_and_names_the_act(home: Home) -> None:
    forgot = services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    register = Register(home)
    for manifest in register.snapshots():
        snapshot = register.snapshot(manifest.id)
        assert snapshot.touched() == []
        assert snapshot.manifest.forgotten == (forgot.number,)
        assert {entry.name: entry.rows for entry in manifest.tables} == {
            name: snapshot.table(name).count().to_pyarrow().as_py() for name in snapshot.names
        }
    left_over = [path.name for path in home.register.iterdir() if path.name.startswith(".")]
    assert left_over == []
    assert not Places.of(home).forgetting.exists()


def test_snapshots_that_shared_a_file_share_it_still(home: Home) -> None:
    services.forget_before(home, dt.date(2020, 6, 1), who=WHO, why=WHY)
    ids = [each.id for each in Register(home).snapshots()]
    one, two = (home.register / name / "persons.parquet" for name in ids[1:])
    assert one.samefile(two)


def test_the_act_says_who_and_why_and_not_whom(home: Home) -> None:
    services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    act = Act.objects.get()
    assert (act.verb, act.who, act.why) == ("register.forget_person", WHO, WHY)
    assert act.subject == f"register:person:{mark_of(pseudonym('1'), KEY)}"
    assert pseudonym("1") not in f"{act.subject} {act.detail}"
    assert mark_of(pseudonym("1"), OTHER_KEY) not in act.subject


def test_what_was_over_before_a_day_is_gone_and_persons_with_nothing_left(home: Home) -> None:
    forgot = services.forget_before(home, dt.date(2020, 6, 1), who=WHO, why=WHY)
    assert forgot.rows == {"benefit_spells": 2, "persons": 1, "quarantine/benefit_spells": 1}
    assert [keys(home, day) for day in (NOVEMBER, DECEMBER)] == [["b"], ["d", "e"]]
    people = Register(home).as_of(NOVEMBER).table("persons").person.to_pyarrow().to_pylist()
    assert set(people) == {pseudonym("1"), pseudonym("3")}


def test_a_spell_that_ended_on_the_day_itself_stays(home: Home) -> None:
    services.forget_before(home, dt.date(2020, 1, 31), who=WHO, why=WHY)
    assert keys(home, NOVEMBER) == ["a", "b"]


def test_quarantine_older_than_the_limit_goes_whole(home: Home) -> None:
    forgot = services.forget_before(home, dt.date(2025, 12, 1), who=WHO, why=WHY)
    assert forgot.rows["quarantine/benefit_spells"] == 2


def test_a_person_whom_nobody_knows_leaves_no_act(home: Home) -> None:
    forgot = services.forget_person(home, pseudonym("99"), KEY, who=WHO, why=WHY)
    assert forgot.rows == {}
    assert not Act.objects.exists()
    assert forgotten.all_forgotten(Places.of(home)) == ()


@pytest.mark.parametrize(("who", "why"), [("", WHY), (WHO, " ")])
def test_forgetting_needs_a_name_and_a_reason(who: str, why: str, home: Home) -> None:
    with pytest.raises(services.Unsigned):
        services.forget_person(home, pseudonym("1"), KEY, who=who, why=why)
    assert pseudonym("1").encode() in everything(home)


def test_another_key_forgets_nobody(home: Home) -> None:
    with pytest.raises(services.OtherKey):
        services.forget_person(home, pseudonym("1"), OTHER_KEY, who=WHO, why=WHY)


def test_where_the_number_of_a_household_is_the_person_the_cell_is_emptied(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    path = delivery(tmp_path / "d", DECEMBER, {"persons": [person("1", household="1"), person("2", household="1")]})
    toml = path / "delivery.toml"
    named = 'household = { from = "household", identifier = "own" }\n'
    toml.write_text(toml.read_text(encoding="utf-8") + named, encoding="utf-8")
    load(path, home, KEY)
    services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    rows = Register(home).newest().table("persons").to_pyarrow().to_pylist()
    assert [(row["person"], row["household"]) for row in rows] == [(pseudonym("2"), None)]


def test_a_forgotten_person_who_is_delivered_again_is_loaded_and_told_of(home: Home, tmp_path: Path) -> None:
    services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    again = delivery(tmp_path / "d4", dt.date(2026, 2, 28), {"persons": [person("1"), person("4")]})
    report = load(again, home, KEY)
    assert "1 af de borgere, der er glemt, er leveret igen" in report.sentence
    other = delivery(tmp_path / "d5", dt.date(2026, 3, 31), {"persons": [person("4")]})
    assert "glemt" not in load(other, home, KEY).sentence


def test_old_rows_that_are_delivered_again_are_told_of(home: Home, tmp_path: Path) -> None:
    services.forget_before(home, dt.date(2020, 6, 1), who=WHO, why=WHY)
    spells = [spell("a", "1", "2019-01-01", "2020-01-31")]
    again = delivery(tmp_path / "d4", JANUARY, {"persons": [person("1")], "benefit_spells": spells})
    assert "1 række ligger før 1. juni 2020" in load(again, home, KEY).sentence


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("moment", range(6))
@pytest.mark.parametrize("finish", ["again", "load", "reading"])
def test_a_forgetting_that_is_interrupted_is_finished(
    moment: int, finish: str, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    put_in_place, write_manifest = Places.put_in_place, forgetting._Rewriting._write_manifest

    def dying(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == moment:
            raise Killed

    def dying_before_exchange(self: Places, snapshot: str) -> None:
        dying()
        put_in_place(self, snapshot)

    def dying_before_manifest(self: forgetting._Rewriting, *rest: object) -> None:
        dying()
        write_manifest(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Places, "put_in_place", dying_before_exchange)
    monkeypatch.setattr(forgetting._Rewriting, "_write_manifest", dying_before_manifest)
    try:
        services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    except Killed:
        assert moment
    monkeypatch.undo()
    if finish == "reading":
        for manifest in Register(home).snapshots():
            assert Register(home).snapshot(manifest.id).touched() == []
        services.finish_forgetting(home)
    elif finish == "again":
        services.forget_person(home, pseudonym("1"), KEY, who=WHO, why=WHY)
    else:
        path = delivery(tmp_path / "d4", dt.date(2026, 2, 28), {"benefit_spells": [spell("f", "3")]})
        services.load_delivery(path, home, KEY, lambda file, done, total: None)
    assert pseudonym("1").encode() not in everything(home)
    assert Act.objects.count() == 1
    assert Act.objects.get().detail["rows"] == {"benefit_spells": 3, "persons": 3, "quarantine/benefit_spells": 1}
    assert not [path.name for path in home.register.iterdir() if path.name.startswith(".")]
