"""Deliveries full of CPR numbers: accepted, quarantined, refused. None of them is in a file under the data folder."""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pejl.calendar.cpr import birth_day
from pejl.home.folders import Home
from pejl.register import services
from pejl.register.loading import load
from pejl.register.mending import as_delivery
from pejl.register.register import Register
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person, spell

pytestmark = pytest.mark.django_db
DECEMBER = dt.date(2025, 12, 31)
LOOKS_PERSONAL = re.compile(rb"(?<![0-9a-z])([0-9]{6})[- ]?([0-9]{4})(?![0-9a-z])")


def numbers(many: int) -> list[str]:
    """Numbers with a day that there is, and a serial number that nobody alive has been given."""
    found = [f"{day:02}{month:02}{year:02}{serial}" for serial in (9901, 9907) for year in (38, 39, 45)
             for month in range(1, 13) for day in range(1, 29)]  # fmt: skip
    return [each for each in found if birth_day(each)][:many]


def written(digits: str, place: int) -> str:
    """As sources write them."""
    return (digits, f"{digits[:6]}-{digits[6:]}", f"{digits[:6]} {digits[6:]}")[place % 3]


def unpacked(path: Path) -> bytes:
    """The bytes of a file, and of a Parquet file all that it says of itself and all its cells too."""
    raw = path.read_bytes()
    if path.suffix != ".parquet":
        return raw
    file = pq.ParquetFile(path)
    cells = json.dumps(file.read().to_pylist(), default=str, ensure_ascii=False).encode()
    return b"\n".join([raw, cells, str(file.metadata.to_dict()).encode(), str(file.schema_arrow.metadata).encode()])


def held(home: Home, known: list[str]) -> list[tuple[str, str]]:
    """The numbers found, each with its file's name."""
    ten = {each.encode() for each in known} | {f"{each[:6]}-{each[6:]}".encode() for each in known}
    ten |= {f"{each[:6]} {each[6:]}".encode() for each in known}
    found = []
    for path in [home.root, *home.root.rglob("*")]:
        data = path.name.encode() + b"\n" + (unpacked(path) if path.is_file() else b"")
        found += [(path.name, each.decode()) for each in ten if each in data]
        if path.suffix != ".parquet":
            digits = (b"".join(match.groups()).decode() for match in LOOKS_PERSONAL.finditer(data))
            found += [(path.name, each) for each in digits if birth_day(each)]
    return found


def test_what_is_looked_for_would_be_found(tmp_path: Path) -> None:
    known = numbers(10)
    assert len(known) == 10
    for place, name in enumerate(("a.json", "b.txt", "c.txt")):
        (tmp_path / name).write_text(f"x {written(known[place], place)} y", encoding="utf-8")
    assert len({name for name, _ in held(Home(tmp_path), known)}) == 3


def test_no_personal_number_is_in_any_file_of_the_data_folder(tmp_path: Path) -> None:
    known, home = numbers(600), Home(tmp_path / "home")
    people = [person(written(each, place)) for place, each in enumerate(known)]
    people += [person(known[3]), person(written(known[4], 1), birth_year=1700), person("3102399907")]
    spells = [spell(f"s{place}", written(each, place)) for place, each in enumerate(known)]
    spells += [
        spell(f"b{place}", written(each, place), "2025-02-01", "2024-02-01", team=f"Team {written(each, place)}")
        for place, each in enumerate(known[:40])
    ]
    spells += [spell(written(each, place), written(each, place)) for place, each in enumerate(known[40:80])]
    spells += [spell(f"c{place}", each, caseworker=each, benefit=each) for place, each in enumerate(known[80:120])]
    spells += [spell(f"d{place}", each[:9], each, each[:6]) for place, each in enumerate(known[120:140])]
    first = load(
        delivery(tmp_path / "d1", DECEMBER, {"persons": people, "benefit_spells": spells}, identifier="cpr"), home, KEY
    )
    assert first.outcome is Outcome.LOADED, first.sentence
    assert sum(table.quarantined for table in first.tables) > 100
    assert held(home, known) == []

    texts = [person(each, note=f"Borgeren {each} kom ikke.") for each in known[:50]]
    refused = [
        delivery(tmp_path / "d2", DECEMBER, {"persons": texts}, identifier="cpr"),
        delivery(tmp_path / "d3", DECEMBER, {"persons": people[:9]}, identifier="cpr", source=f"Kilde {known[0]}"),
        delivery(tmp_path / known[1], DECEMBER, {"persons": people[:9]}, identifier="cpr", mends=known[2]),
    ]
    named = delivery(tmp_path / "d5", DECEMBER, {"persons": people[:9]}, identifier="cpr")
    (named / "persons.csv").rename(named / f"{known[5]}.csv")
    toml = (named / "delivery.toml").read_text(encoding="utf-8").replace("persons.csv", f"{known[5]}.csv")
    (named / "delivery.toml").write_text(toml, encoding="utf-8")
    column = delivery(tmp_path / "d6", DECEMBER, {"persons": [{**people[0], known[7]: "1"}]}, identifier="cpr")
    for path in [*refused, named, column]:
        load(path, home, KEY)
        assert held(home, known) == [], path.name
    with as_delivery(home, first.snapshot) as exported:
        (tmp_path / "export.zip").write_bytes(exported.read())
    with zipfile.ZipFile(tmp_path / "export.zip") as archive:
        archive.extractall(home.root / "export")
    assert held(home, known) == []


def test_nor_after_somebody_was_forgotten(tmp_path: Path) -> None:
    known, home = numbers(20), Home(tmp_path / "home")
    people = [person(each) for each in known]
    load(delivery(tmp_path / "d", DECEMBER, {"persons": people}, identifier="cpr"), home, KEY)
    pseudonym = Register(home).newest().table("persons").person.min().to_pyarrow().as_py()
    services.forget_person(home, pseudonym, KEY, who="Else Brandt", why="Efter ønske.")
    assert held(home, known) == []
