"""CPR numbers in keys and names, in the forms that sources give them: refused or quarantined, and nowhere on disk."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.register import forgetting, services
from pejl.register.loading import load
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person, spell
from register.test_no_personal_number_on_disk import numbers, unpacked

DECEMBER = dt.date(2025, 12, 31)
NOT_DIGITS = re.compile(rb"[^0-9a-z]")


def left_behind(home: Home, known: list[str]) -> set[str]:
    """The numbers that stand in a file, whatever stands between their digits."""
    found = set()
    for path in home.root.rglob("*"):
        data = NOT_DIGITS.sub(b"", path.name.encode() + (unpacked(path) if path.is_file() else b""))
        found |= {each for each in known if each.encode() in data}
    return found


@pytest.mark.parametrize(
    "form",
    ["{0}{1}{2}-{3}-01", "{0}{1}{2}{3}/2", "S{0}{1}{2}{3}", "{0}.{1}.{2}-{3}", "{0} {1} {2} {3}", "{0}{1}{2}_{3}"],
)
def test_a_row_whose_number_holds_a_personal_number_is_quarantined_without_it(tmp_path: Path, form: str) -> None:
    known, home = numbers(40), Home(tmp_path / "home")
    forms = [form.format(each[:2], each[2:4], each[4:6], each[6:]) for each in known]
    spells = [spell(f"s{place}", each) for place, each in enumerate(known)]
    spells += [spell(odd, each) for odd, each in zip(forms[:9], known, strict=False)]
    spells += [spell(f"t{place}", known[place], team=odd) for place, odd in enumerate(forms[9:18])]
    people = [person(each) for each in known]
    report = load(
        delivery(tmp_path / "d", DECEMBER, {"persons": people, "benefit_spells": spells}, identifier="cpr"), home, KEY
    )
    assert report.outcome is Outcome.LOADED, report.sentence
    assert [table.quarantined for table in report.tables if table.name == "benefit_spells"] == [18]
    assert left_behind(home, known) == set()


@pytest.mark.parametrize("form", ["{}01", "{}0001", "{}"])
def test_a_column_of_numbers_with_the_number_of_a_row_after_them_refuses_the_delivery(
    tmp_path: Path, form: str
) -> None:
    known, home = numbers(20), Home(tmp_path / "home")
    spells = [spell(form.format(each), each) for each in known]
    tables = {"persons": [person(each) for each in known], "benefit_spells": spells}
    report = load(delivery(tmp_path / "d", DECEMBER, tables, identifier="cpr"), home, KEY)
    assert report.outcome is Outcome.REFUSED
    assert 'identifier = "own"' in report.sentence or "CPR" in report.sentence
    assert left_behind(home, known) == set()


def test_a_column_of_numbers_without_their_first_nought_refuses_the_delivery(tmp_path: Path) -> None:
    known, home = [each for each in numbers(200) if each.startswith("0")], Home(tmp_path / "home")
    spells = [spell(each[1:], each) for each in known]
    tables = {"persons": [person(each) for each in known], "benefit_spells": spells}
    report = load(delivery(tmp_path / "d", DECEMBER, tables, identifier="cpr"), home, KEY)
    assert report.outcome is Outcome.REFUSED, report.sentence
    assert left_behind(home, [each[1:] for each in known]) == set()


def test_names_of_columns_that_are_left_out_are_told_without_numbers(tmp_path: Path) -> None:
    known, home = numbers(2), Home(tmp_path / "home")
    folder = delivery(tmp_path / "d", DECEMBER, {"persons": [{**person(known[0]), known[1]: "1"}]}, identifier="cpr")
    toml = (folder / "delivery.toml").read_text(encoding="utf-8")
    (folder / "delivery.toml").write_text(
        toml.replace("[table.columns]", f'left_out = ["{known[1]}"]\n[table.columns]'), encoding="utf-8"
    )
    assert load(folder, home, KEY).outcome is Outcome.LOADED
    assert left_behind(home, known) == set()


@pytest.mark.parametrize("name", ["klage_{0}_{1}.csv", "{0}{1}x.csv", "a{0}{1}.csv"])
def test_the_name_of_a_file_with_a_number_refuses_the_delivery_without_repeating_it(tmp_path: Path, name: str) -> None:
    known, home = numbers(1), Home(tmp_path / "home")
    folder = delivery(tmp_path / "d", DECEMBER, {"persons": [person(known[0])]}, identifier="cpr")
    named = name.format(known[0][:6], known[0][6:])
    (folder / "persons.csv").rename(folder / named)
    toml = (folder / "delivery.toml").read_text(encoding="utf-8")
    for spelled in (named, "other.csv"):
        (folder / "delivery.toml").write_text(toml.replace("persons.csv", spelled), encoding="utf-8")
        report = load(folder, home, KEY)
        assert report.outcome is Outcome.REFUSED
        assert known[0] not in re.sub(r"[^0-9]", "", report.sentence)
    assert left_behind(home, known) == set()


@pytest.mark.django_db
def test_a_reason_that_names_somebody_is_not_written_down_while_rows_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, home = numbers(2), Home(tmp_path / "home")
    load(delivery(tmp_path / "d", DECEMBER, {"persons": [person(each) for each in known]}, identifier="cpr"), home, KEY)
    seen: list[set[str]] = []
    monkeypatch.setattr(forgetting, "done", lambda places: seen.append(left_behind(home, known)))
    why = f"Efter ønske fra {known[0][:6]}-{known[0][6:]}."
    services.forget_before(home, dt.date(2020, 1, 1), who=f"Bo ({known[1]})", why=why)
    assert seen == [set()]
    assert (home.register / "forgetting.json").exists()
