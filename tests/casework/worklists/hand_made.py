"""A small register and a table of deadlines written by hand, for what stands on such a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import ibis
import pyarrow as pa

from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.home.folders import Home
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.register.loading import load
from pejl.register.snapshot import Snapshot
from register.deliveries import KEY, delivery, person, spell

DAY = dt.date(2026, 3, 31)
SOURCE = "Fjordby Kommunes fagsystem"
_KINDS = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64()}
SCHEMA = pa.schema([(name, _KINDS[kind]) for name, kind in DEADLINE_COLUMNS.items()])
DESKS = (("Jobcenter", "Team Nord", "s1"), ("Jobcenter", "Team Nord", "s2"), ("Ungeenheden", "Team Nord", "s3"))
"""Unit, team and caseworker of person 0, 1, 2 and of 3, 4, 5, and so on."""


def pseudonym(number: int) -> str:
    found = Pseudonyms(KEY, SOURCE).one(f"n{number}", Identifier.OWN)
    assert isinstance(found, str)
    return found


def desk(number: int) -> dict[str, object]:
    unit, team, caseworker = DESKS[number % len(DESKS)]
    return {"unit": unit, "team": team, "caseworker": caseworker}


def a_register(folder: Path, people: int = 12, gone: Sequence[int] = ()) -> Home:
    """One delivery: each person has dagpenge since January; those in `gone` left at the end of February."""
    home = Home(folder / "home")
    spells = [
        spell(
            f"y{number}",
            f"n{number}",
            "2026-01-05",
            "2026-02-28" if number in gone else "",
            target_group="dagpengemodtager",
            case_start="2026-01-05",
            **desk(number),
        )
        for number in range(people)
    ]
    talk = {"type": "jobsamtale", "authority": "kommune", "day": "2026-02-02", "status": "afholdt"}
    talks = [{"id": f"s{number}", "person": f"n{number}", **talk} for number in range(people)]
    persons = [person(f"n{number}") for number in range(people)]
    load(delivery(folder / "known", DAY, {"persons": persons, "benefit_spells": spells, "talks": talks}), home, KEY)
    return home


def deadline(number: int, state: str, due: dt.date, **other: object) -> dict[str, object]:
    """A row about that person."""
    row: dict[str, object] = dict.fromkeys(DEADLINE_COLUMNS)
    row |= {"person": pseudonym(number), "spell": f"y{number}", "duty": "samtaler_kommune", "kind": "samtale"}
    row |= {"benefit": "dagpenge", "target_group": "dagpengemodtager", **desk(number), "round": 1}
    row |= {"case_start": dt.date(2026, 1, 5), "starts": dt.date(2026, 1, 5), "opens": dt.date(2026, 1, 5)}
    return row | {"due": due, "required": 2, "done": 1, "state": state} | other


def judge_of(rows: Sequence[dict[str, object]]) -> Callable[[Snapshot, dt.date, str], ibis.Table]:
    """What judges a snapshot by saying these rows."""

    def judge(_snapshot: Snapshot, _day: dt.date, _scenario: str) -> ibis.Table:
        return ibis.memtable(pa.Table.from_pylist(list(rows), SCHEMA))

    return judge


def days(count: int) -> dt.date:
    """So many days after the judged day; before it, where negative."""
    return DAY + dt.timedelta(days=count)
