"""Runs the worked cases in all the ways that the law can be asked: for one person, for a table, and for arrays.

Arrays are left out where something is unknown: they have no place for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pejl import when_used
from pejl.law.cases import Case
from pejl.law.law_day import LawOnDay
from pejl.law.law_days import Law
from pejl.law.refusals import Refusal
from pejl.law.written import written

if TYPE_CHECKING:
    from pejl.law import case_tables
else:
    case_tables = when_used.module("pejl.law.case_tables")

_CLOSE = 1e-6
"""Kroner that differ by less are the same."""


class Way(StrEnum):
    """How the law was asked. The value is the word of the command."""

    PERSON = "person"
    COLUMNS = "tabel"
    ARRAYS = "rækker"


@dataclass(frozen=True)
class Result:
    """How one case went one way. `expected` and `got` are Danish text; a refusal is written as its name."""

    case: Case
    way: Way
    expected: str
    got: str
    passed: bool


def run(law: Law, cases: Iterable[Case], ways: tuple[Way, ...] = tuple(Way)) -> tuple[Result, ...]:
    """Every case, every way. Arrays leave out cases where something is unknown, not told, or refused."""
    kept = tuple(cases)
    results: list[Result] = []
    for way in ways:
        results += _RUNS[way](law, kept)
    order = {id(case): place for place, case in enumerate(kept)}
    return tuple(sorted(results, key=lambda result: (order[id(result.case)], list(Way).index(result.way))))


def _by_person(law: Law, cases: tuple[Case, ...]) -> Iterator[Result]:
    for case in cases:
        try:
            got: Mapping[str, Any] | Refusal = _on(law, case).person(case.given, case.asks).values
        except Refusal as refusal:
            got = refusal
        yield _result(case, Way.PERSON, got)


def _by_columns(law: Law, cases: tuple[Case, ...]) -> Iterator[Result]:
    """One table for each day, knowledge and scenario. What is refused is unknown in a table."""
    for several in _together(cases, lambda case: ()):
        asks = tuple(dict.fromkeys(name for case in several for name in case.asks))
        rows = case_tables.asked(_on(law, several[0]), [case.given for case in several], asks)
        for case, row in zip(several, rows, strict=True):
            got = {name: row[name] for name in case.asks}
            refused = case.refused and all(value is None for value in got.values())
            yield _result(case, Way.COLUMNS, Refusal(case.refused, "") if refused else got)


def _by_arrays(law: Law, cases: tuple[Case, ...]) -> Iterator[Result]:
    told = tuple(case for case in cases if not case.refused and _all_told(law, case))
    for several in _together(told, lambda case: case.asks):
        try:
            rows = case_tables.counted(_on(law, several[0]), [case.given for case in several], several[0].asks)
        except Refusal:
            continue
        for case, row in zip(several, rows, strict=True):
            yield _result(case, Way.ARRAYS, row)


_RUNS: Mapping[Way, Callable[[Law, tuple[Case, ...]], Iterator[Result]]] = {
    Way.PERSON: _by_person,
    Way.COLUMNS: _by_columns,
    Way.ARRAYS: _by_arrays,
}


def _together(cases: tuple[Case, ...], besides: Callable[[Case], tuple[str, ...]]) -> Iterator[list[Case]]:
    """Cases of one day, one knowledge and one scenario."""

    def key(case: Case) -> tuple[object, ...]:
        return (case.date, case.known or dt.date.max, case.scenario or "", besides(case))

    for _, several in groupby(sorted(cases, key=key), key):
        yield list(several)


def _on(law: Law, case: Case) -> LawOnDay:
    return law.on(case.date, known=case.known, scenario=case.scenario)


def _all_told(law: Law, case: Case) -> bool:
    return all(case.given.get(fact.name) is not None for fact in _on(law, case).plan(case.asks).facts)


def _result(case: Case, way: Way, got: Mapping[str, Any] | Refusal) -> Result:
    if isinstance(got, Refusal):
        return Result(case, way, _expected(case), f"afvist: {got.name}", got.name == case.refused)
    passed = not case.refused and all(_equal(case.output[name], got[name]) for name in case.output)
    return Result(case, way, _expected(case), _shown(got), passed)


def _expected(case: Case) -> str:
    return f"afvist: {case.refused}" if case.refused else _shown(case.output)


def _shown(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {written(value)}" for name, value in values.items())


def _equal(expected: object, got: object) -> bool:
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | float):
        return abs(expected - got) < _CLOSE
    return expected == got
