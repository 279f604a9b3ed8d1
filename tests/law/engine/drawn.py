"""Random persons for a plan, and the three ways to ask the law about them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from pejl.law.given import Given
from pejl.law.givens import DAY
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Refusal

REFUSED = "refused"
_ARROW = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string(), dt.date: pa.date32()}
_NUMPY = {bool: "bool", int: "int64", float: "float64", str: "object", dt.date: "datetime64[D]"}
_MONTH_ENDS = [dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2025, 2, 28), dt.date(2023, 12, 31)]

Person = dict[str, Any]


def drawn_value(given: Given, day: dt.date, draw: random.Random, unknown: float) -> object:
    """A value as a person may have it; now and then unknown, at an edge, or at the end of a month."""
    if draw.random() < unknown:
        return None
    if given.kind is bool:
        return draw.random() < 0.5
    if given.kind is str:
        return draw.choice(given.words)
    if given.kind is int:
        return draw.choice([0, 1, 2, 3, draw.randint(0, 12), draw.randint(15, 67), draw.randint(0, 500)])
    if given.kind is float:
        return draw.choice([0.0, 1.005, 10_000.5, draw.randint(0, 40_000) / 1, round(draw.uniform(0, 30_000), 2)])
    near = day + dt.timedelta(days=draw.randint(-900, 60))
    return draw.choice([near, near, draw.choice(_MONTH_ENDS), day, day - dt.timedelta(days=draw.randint(0, 22_000))])


def drawn(law: LawOnDay, wanted: Sequence[str], count: int, seed: int, unknown: float) -> list[Person]:
    """Random persons with all that the wanted names rest on."""
    draw = random.Random(seed)
    asked = [given for given in law.plan(wanted).givens if given.name != DAY]
    return [{given.name: drawn_value(given, law.day, draw, unknown) for given in asked} for _ in range(count)]


def by_person(law: LawOnDay, persons: Sequence[Person], wanted: Sequence[str]) -> dict[str, list[Any]]:
    """Each wanted name for each person, one at a time; `REFUSED` where the law has no answer."""
    answers = [law.outcomes(person, wanted) for person in persons]
    return {
        name: [REFUSED if isinstance(answer[name], Refusal) else answer[name] for answer in answers] for name in wanted
    }


def table_of(law: LawOnDay, persons: Sequence[Person], wanted: Sequence[str]) -> ibis.Table:
    """The persons as a table."""
    asked = [given for given in law.plan(wanted).givens if given.name != DAY]
    columns = {given.name: pa.array([person[given.name] for person in persons], _ARROW[given.kind]) for given in asked}
    return ibis.memtable(pa.table({"number": pa.array(range(len(persons)), pa.int64()), **columns}))


def by_columns(law: LawOnDay, persons: Sequence[Person], wanted: Sequence[str]) -> dict[str, list[Any]]:
    """The same, all at once by an expression."""
    table = law.columns(table_of(law, persons, wanted), wanted, unsettled="unknown")
    found = table.order_by("number").to_pyarrow()
    return {name: found[name].to_pylist() for name in wanted}


def by_arrays(law: LawOnDay, persons: Sequence[Person], wanted: Sequence[str]) -> dict[str, list[Any]]:
    """The same by arrays; nobody has anything unknown."""
    asked = [given for given in law.plan(wanted).givens if given.name != DAY]
    arrays = {given.name: np.array([person[given.name] for person in persons], _NUMPY[given.kind]) for given in asked}
    return {name: found.tolist() for name, found in law.arrays(arrays, wanted).items()}


def same(one: object, other: object) -> bool:
    """Equal and of the same kind: True is not 1, and a whole number is not one with a comma."""
    return one == other and type(one) is type(other)
