"""A register of any size by chance: benefit spells and talks as Parquet, with the columns that deadlines are judged by.

It is quick to make and no likeness of a municipality: `pejl register simulate` is that.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

KNOWN = dt.date(2026, 10, 31)
FIRST = dt.date(2024, 6, 1)

_GROUPS = ("dagpengemodtager", "jobparat", "aktivitetsparat", "uddannelsesparat", "ledighedsydelse", "fleksjob")
_BENEFITS = ("dagpenge", "kontanthjaelp", "kontanthjaelp", "kontanthjaelp", "ledighedsydelse", "fleksjob")
_TYPES = ("jobsamtale", "opfoelgningssamtale", "cv_samtale", "faelles_jobsamtale", "anden")
_STATUS = ("afholdt", "booket", "aflyst", "udeblevet")
_AUTHORITIES = ("kommune", "akasse", "faelles")
_FORMS = ("fremmoede", "telefon", "video")
_LETTERS = np.array(list("abcdefghijklmnopqrstuvwxyz234567"))


def write_register(folder: Path, spells: int, talks: int) -> None:
    """Write `benefit_spells.parquet` and `talks.parquet`. A fifth of the cases have two spells after one another."""
    chance = np.random.default_rng(1)
    cases = spells * 5 // 6
    people = np.char.add("p", _LETTERS[chance.integers(0, 32, (cases * 4 // 5, 26))].view("<U26").ravel())
    who = chance.integers(0, len(people), cases)
    first = chance.integers(_number(FIRST), _number(KNOWN) - 10, cases)
    length = chance.exponential(220, cases).astype(np.int64) + 14
    group = chance.choice(len(_GROUPS), cases, p=[0.45, 0.2, 0.2, 0.05, 0.05, 0.05])
    second = np.arange(cases)[: spells - cases]
    cut = first[second] + length[second] // 2
    last = first + length
    rows = {
        "case": np.concatenate([np.arange(cases), second]),
        "start": np.concatenate([first, cut]),
        "end": np.concatenate(
            [np.where(np.arange(cases) < len(second), np.append(cut, last[len(second) :]) - 1, last), last[second]]
        ),
        "group": np.concatenate([group, np.where(chance.random(len(second)) < 0.5, group[second], 2)]),
    }
    of_case = rows["case"]
    fund = rows["group"] == 0
    paid = np.maximum(np.minimum(rows["end"], _number(KNOWN)) - rows["start"], 0) * chance.uniform(3.5, 5.2, spells)
    pq.write_table(
        pa.table(
            {
                "id": pa.array([f"Y{number}" for number in range(spells)]),
                "person": pa.array(people[who[of_case]]),
                "benefit": pa.array(np.array(_BENEFITS)[rows["group"]]),
                "target_group": pa.array(np.array(_GROUPS)[rows["group"]]),
                "rate": pa.nulls(spells, pa.string()),
                "start": _days(rows["start"]),
                "end": _days(rows["end"], rows["end"] > _number(KNOWN)),
                "case_start": _days(first[of_case]),
                "hours_paid": pa.array(np.round(paid, 2), mask=~fund | (chance.random(spells) < 0.1)),
                "special_effort": pa.array(chance.random(spells) < 0.03),
                "unit": pa.array(np.array(["Job", "Unge"])[chance.integers(0, 2, spells)]),
                "team": pa.array(np.array([f"Team {n}" for n in range(12)])[chance.integers(0, 12, spells)]),
                "caseworker": pa.array(np.array([f"SB{n}" for n in range(300)])[chance.integers(0, 300, spells)]),
            }
        ),
        folder / "benefit_spells.parquet",
    )
    of = chance.integers(0, cases, talks)
    day = first[of] + (chance.random(talks) * np.minimum(length[of], 500)).astype(np.int64)
    pq.write_table(
        pa.table(
            {
                "id": pa.array([f"S{number}" for number in range(talks)]),
                "person": pa.array(people[who[of]]),
                "type": _words(chance, _TYPES, talks, [0.6, 0.2, 0.1, 0.05, 0.05]),
                "form": _words(chance, _FORMS, talks, [0.6, 0.3, 0.1]),
                "authority": _words(chance, _AUTHORITIES, talks, [0.65, 0.3, 0.05]),
                "day": _days(day),
                "status": _words(chance, _STATUS, talks, [0.8, 0.05, 0.1, 0.05]),
            }
        ),
        folder / "talks.parquet",
    )


def _words(chance: np.random.Generator, words: tuple[str, ...], size: int, shares: list[float]) -> pa.Array:
    return pa.array(np.array(words)[chance.choice(len(words), size, p=shares)])


def _number(day: dt.date) -> int:
    return (day - dt.date(1970, 1, 1)).days


def _days(numbers: np.ndarray, empty: np.ndarray | None = None) -> pa.Array:
    return pa.array(numbers.astype(np.int32), mask=empty).cast(pa.date32())
