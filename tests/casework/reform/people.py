"""A caseload of a few people whose figures are worked out by hand, in memory and as a delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ibis

from casework.deadlines.registers import Held, Row
from pejl.home.folders import Home
from pejl.register.loading import load
from pejl.register.snapshot import Held as HeldOn
from register.deliveries import KEY, delivery

BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


class Register(Held):
    """Tables in memory that can be asked as of a day too."""

    def on(self, day: dt.date) -> HeldOn:
        """What held on a day."""
        return HeldOn(self, day)  # type: ignore[arg-type]


def citizen(name: str, age: int, family: str, *, stay: object = 10, work: object = 5, **other: object) -> Row:
    """A row of `persons`: who has always lived here and worked enough, unless something else is said."""
    row = {
        "person": name,
        "birth_year": 2025 - age,
        "family": family,
        "children_at_home": 0,
        "children": 0,
        "municipality": 101,
    }
    return {**row, "residence_years": stay, "work_years": work, "entered_1968_or_later": True, **other}


def benefit(name: str, group: str = "aktivitetsparat", **other: object) -> Row:
    """A row of `benefit_spells`: kontanthjælp for long."""
    row = {"id": f"y-{name}", "person": name, "benefit": "kontanthjaelp", "target_group": group}
    return {**row, "start": "2024-01-01", "case_start": "2024-01-01", **other}


PERSONS: Sequence[Row] = (
    citizen("single", 45, "enlig"),
    citizen("case-b", 40, "enlig", stay=3, work=0, children=1),
    citizen("couple", 35, "par_forsoerger", stay=3, work=0, children=3, children_at_home=3),
    citizen("young", 22, "enlig", work=0, entered_1968_or_later=False),
    citizen("parent", 27, "enlig_forsoerger", work=0, entered_1968_or_later=False, children=1, children_at_home=1),
    citizen("working", 33, "enlig"),
    citizen("unknown", 33, "enlig", stay=""),
    citizen("insured", 50, "par"),
)
SPELLS: Sequence[Row] = (
    benefit("single"),
    benefit("case-b"),
    benefit("couple"),
    benefit("young", "uddannelsesparat", benefit="uddannelseshjaelp"),
    benefit("parent"),
    benefit("working", "jobparat"),
    benefit("unknown"),
    benefit("insured", "dagpengemodtager", benefit="dagpenge"),
)
PAYMENTS: Sequence[Row] = (
    {
        "person": "working",
        "benefit": "kontanthjaelp",
        "month": "2025-06-01",
        "gross": 9050,
        "earnings": 5000,
        "wage_hours": 40,
    },
)
CHANGES: Mapping[str, float | None] = {
    "single": 13000 + 1092 - 12770,
    "case-b": 6969 + 2784 - 16972,
    "couple": 6969 + 2784 + 3 * 450 - 16972,
    "young": 8000 + 1092 - 7000,
    "parent": 8000 + 2784 + 1638 + 2590 + 112.50 - 11314,
    "working": (13000 + 1092 - 1625) - (12770 - (5000 - 40 * 32)),
    "unknown": None,
}
"""By hand, with the invented amounts of Fjordby: 65 percent of 5,000 - 2,500 is 1,625, and 32 a wage hour was free."""


def register(**other: Sequence[Row]) -> Any:
    """The few as a snapshot. `other` adds rows to its tables."""
    tables = {"persons": PERSONS, "benefit_spells": SPELLS, "payments": PAYMENTS}
    return Register({name: (*rows, *other.get(name, ())) for name, rows in tables.items()})


def by_person(judged: ibis.Table, column: str) -> dict[str, Any]:
    """A column of a judged caseload by person."""
    rows = judged.select("person", value=judged[column]).to_pyarrow().to_pylist()
    return {row["person"]: row["value"] for row in rows}


def a_register(folder: Path, known: dt.date = dt.date(2025, 12, 31)) -> Home:
    """Delivered and loaded: eight like the citizen of case B, seven single, six with a child, and twelve sick leaves
    of the year, six of them long."""
    persons, spells = many({"case-b": 8, "single": 7, "parent": 6})
    for number in range(12):
        persons.append(citizen(f"sick-{number}", 40, "enlig"))
        last = "2025-03-10" if number < 6 else "2025-09-30"
        sick = {"benefit": "sygedagpenge", "start": "2025-02-03", "end": last, "case_start": "2025-02-03"}
        spells.append(benefit(f"sick-{number}", "sygedagpengemodtager", **sick))
    told = [{**row, "entered_1968_or_later": "ja" if row["entered_1968_or_later"] else "nej"} for row in persons]
    home = Home(folder / "home")
    report = load(delivery(folder / "known", known, {"persons": told, "benefit_spells": spells}), home, KEY)
    assert not sum(each.quarantined for each in report.tables), report
    return home


def many(kinds: Mapping[str, int]) -> tuple[list[Row], list[Row]]:
    """Persons and spells: so many of each kind of the few above."""
    persons, spells = [], []
    for name, times in kinds.items():
        who = next(each for each in PERSONS if each["person"] == name)
        what = next(each for each in SPELLS if each["person"] == name)
        for number in range(times):
            key = f"{name}-{number}"
            persons.append({**who, "person": key})
            spells.append({**what, "person": key, "id": f"y-{key}"})
    return persons, spells
