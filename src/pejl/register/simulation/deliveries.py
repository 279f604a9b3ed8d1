"""The municipality as deliveries: Danish CSV and a delivery.toml, as a case system would write them on some days.

Each delivery is the whole as the source knew it on its day: what was registered late is not in it yet, and what was
mended later is still wrong in it.
"""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pejl.intake.contract import Table
from pejl.intake.key import Key
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.register.contract import CONTRACT
from pejl.register.simulation.cells import Rows
from pejl.register.simulation.days import day as day_of
from pejl.register.simulation.days import first_of, months_of, number
from pejl.register.simulation.draws import Draws
from pejl.register.simulation.errors import Planted, plant
from pejl.register.simulation.municipality import Municipality
from pejl.register.simulation.stories import written as stories

SOURCE = "Fjordby Kommunes fagsystem"
TRUTH, PLANTED, STORIES = "truth.parquet", "planted.csv", "stories.csv"
LETTERS, INFORMED = "letters.csv", "informed.csv"
_WINDOWS = ("benefit_spells", "offers", "programme_courses")
"""The tables that the source writes in Windows-1252, as older systems do; the others are UTF-8."""

BENEFIT_WORDS: Mapping[str, str] = {
    "dagpenge": "A-dagpenge",
    "kontanthjaelp": "Kontanthjælp",
    "uddannelseshjaelp": "Uddannelseshjælp",
    "shydelse": "SHO-ydelse",
    "sygedagpenge": "Sygedagpenge",
    "jobafklaring": "Jobafklaring",
    "ressourceforloeb": "Ressourceforløb",
    "revalidering": "Revalidering",
    "ledighedsydelse": "Ledighedsydelse",
    "fleksjob": "Fleksjob",
    "foertidspension": "Førtidspension",
    "barsel": "Barselsdagpenge",
}
"""The source's own words for benefits, which its delivery.toml translates."""


@dataclass(frozen=True)
class Written:
    """A delivery that was written: where, what the source knew, and the planted rows in it."""

    folder: Path
    known: dt.date
    planted: tuple[Planted, ...]


def known_days(last: dt.date, many: int) -> list[dt.date]:
    """The days of so many deliveries: the last one, and the ends of the quarters before."""
    found = [last]
    while len(found) < many:
        months = months_of(np.array([number(found[-1])])) - 2
        found.append(day_of(int(first_of(months)[0]) - 1))
    return found[::-1]


def write(made: Municipality, folder: Path, known: Sequence[dt.date], seed: int) -> Iterator[Written]:
    """Write one delivery after the other, each in a folder named by its day; then the truth, the planted errors
    and the stories beside them. What is there already is written over."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for day in known:
        delivery = _delivery(made, folder / day.isoformat(), day, Draws(seed, f"errors {day}"))
        written.append(delivery)
        yield delivery
    pq.write_table(made.truth, folder / TRUTH)
    _tell_stories(made, folder, max(known), lambda number: number)
    with (folder / PLANTED).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("known", "table", "file", "line", "kind", "column"))
        for delivery in written:
            rows.writerows(
                (delivery.known.isoformat(), each.table, each.file, each.line, each.kind.value, each.column)
                for each in delivery.planted
            )


def keep_beside(made: Municipality, folder: Path, beside: Path, known: dt.date, key: Key) -> None:
    """Keep what only the simulation knows, from the folder that was written, beside the register that took the
    deliveries in: the stories' persons under the pseudonyms that they have there."""
    beside.mkdir(parents=True, exist_ok=True)
    for name in (TRUTH, PLANTED):
        shutil.copyfile(folder / name, beside / name)
    pseudonyms = Pseudonyms(key, SOURCE)
    _tell_stories(made, beside, known, lambda number: str(pseudonyms.one(number, Identifier.OWN)))


def _tell_stories(made: Municipality, folder: Path, known: dt.date, named: Callable[[str], str]) -> None:
    """What must be found of the stories' persons, and the letters that they got. `named` gives a number's word."""
    stories.write(made.stories, folder / STORIES, known, named)
    stories.write_informed(made.stories, folder / INFORMED, known, named)
    stories.write_letters(made.stories, folder / LETTERS, named)


def _delivery(made: Municipality, folder: Path, known: dt.date, draws: Draws) -> Written:
    folder.mkdir(exist_ok=True)
    planted: list[Planted] = []
    described = [f'[delivery]\nsource = "{SOURCE}"\nknown = {known.isoformat()}\n']
    for rows in made.tables:
        table = CONTRACT.table(rows.table)
        file = f"{rows.table}.csv"
        heads = list(rows.columns)
        lines, found = plant(table, file, _lines(rows, number(known)), heads, _spelled, draws)
        planted += found
        head = ";".join(table.column(name).danish for name in heads)
        encoding = "cp1252" if rows.table in _WINDOWS else "utf-8"
        (folder / file).write_bytes(("\r\n".join([head, *lines]) + "\r\n").encode(encoding))
        described.append(_described(table, file, heads))
    (folder / "delivery.toml").write_text("\n".join(described), encoding="utf-8")
    return Written(folder, known, tuple(planted))


def _lines(rows: Rows, known: int) -> list[str]:
    """The rows as the source knew them on the day, a line each."""
    columns = rows.as_known(known)
    if "benefit" in columns:
        columns["benefit"] = _in_own_words(columns["benefit"])
    found: list[str] = pc.binary_join_element_wise(*columns.values(), ";").to_pylist()
    return found


def _in_own_words(words: pa.StringArray) -> pa.StringArray:
    places = pc.index_in(words, value_set=pa.array(list(BENEFIT_WORDS)))
    return pc.take(pa.array(list(BENEFIT_WORDS.values())), places)


def _spelled(column: str, cell: str) -> str:
    return BENEFIT_WORDS.get(cell, cell) if column == "benefit" else cell


def _described(table: Table, file: str, heads: Sequence[str]) -> str:
    """The table's part of the delivery.toml."""
    lines = ["[[table]]", f'name = "{table.name}"', f'files = ["{file}"]', 'delimiter = ";"', 'decimal = ","']
    lines += ['days = "d-m-y"', "", "[table.columns]"]
    for name in heads:
        lines.append(f"{name} = {_source_of(table, name)}")
    return "\n".join([*lines, ""])


def _source_of(table: Table, name: str) -> str:
    danish = table.column(name).danish
    if name == table.person:
        return f'{{ from = "{danish}", identifier = "own" }}'
    if name == "benefit":
        values = ", ".join(f'"{own}" = "{word}"' for word, own in BENEFIT_WORDS.items())
        return f'{{ from = "{danish}", values = {{ {values} }} }}'
    return f'"{danish}"'
