"""Ask about the deadlines of a small register, with small duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import ibis

from casework.deadlines.registers import Held, answer, in_words
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts
from pejl.law.enactments import LOV_1750
from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.law.rule import InForce

OLD = InForce(since=dt.date(2024, 1, 1), until=dt.date(2026, 6, 30), ended_by=LOV_1750)
NEW = InForce(since=dt.date(2026, 7, 1), by=LOV_1750)
ALWAYS = InForce(since=dt.date(2020, 1, 1))

FOUR_TALKS = Duty(
    "fire_samtaler",
    Kind.TALK,
    "Fire samtaler",
    "Fire samtaler inden for 6 måneder.",
    "§ 1",
    "opdigtet",
    ALWAYS,
    Clock(Starts.CASE, due=Span(months=6)),
    counts=Counts(kinds=("jobsamtale",), authorities=("kommune", "faelles")),
    required=4,
    target_groups=("jobparat",),
    late_counts=False,
)
FIRST_TALK = replace(
    FOUR_TALKS, name="foerste", clock=Clock(Starts.CASE, due=Span(weeks=1)), required=1, late_counts=True
)
FIRST_OFFER = replace(
    FOUR_TALKS,
    name="tilbud",
    kind=Kind.OFFER,
    clock=Clock(Starts.CASE, due=Span(months=6), after_exemption=Span(months=1)),
    counts=Counts(
        kinds=("virksomhedspraktik", "loentilskud", "nytteindsats"),
        least_days=14,
        begins_later_kinds=("loentilskud",),
        begins_later=Span(weeks=3),
    ),
    required=1,
    late_counts=True,
)


def asked(held: Held, day: str, *duties: Duty, **other: Any) -> list[dict[str, Any]]:
    """The rows of the table, in the order of duty, person and start."""
    if "recorded" in other or type(held) is not Held:
        rows = table_of(held, day, duties, **other).to_pyarrow().to_pylist()
    else:
        stands_for, sql, _ = prepared(day, duties, held.known, tuple(held.missing), tuple(sorted(other.items())))
        held.put_in_place_of(stands_for)
        rows = answer(sql).to_pylist()
    return sorted(rows, key=lambda row: (row["duty"], row["person"], row["starts"]))


def table_of(held: Held, day: str, duties: tuple[Duty, ...], **other: Any) -> ibis.Table:
    judged = dt.date.fromisoformat(day)
    return deadlines(held, judged, law_day=the_law(judged), duties=duties, **other)  # type: ignore[arg-type]


@cache
def prepared(
    day: str, duties: tuple[Duty, ...], known: dt.date, missing: tuple[str, ...], other: tuple[tuple[str, Any], ...]
) -> tuple[Held, str, ibis.Table]:
    """The table in the words of the engine, over a register whose rows are put in when it is asked.

    To put a table into words takes far longer than to answer it, and most tests ask the same of other rows. The table
    itself is kept because what it holds in memory is forgotten by the engine with it.
    """
    stands_for = Held({}, known, missing)
    table = table_of(stands_for, day, duties, **dict(other))
    return stands_for, in_words(table), table


def only(held: Held, day: str, *duties: Duty, **other: Any) -> dict[str, Any]:
    """The one row that there is."""
    rows = asked(held, day, *duties, **other)
    assert len(rows) == 1, rows
    return rows[0]


def states(held: Held, days: Sequence[str], *duties: Duty) -> list[str]:
    """The state of the one deadline on each of the days."""
    return [only(held, day, *duties)["state"] for day in days]


@cache
def the_law(day: dt.date) -> LawOnDay:
    return law().on(day)
