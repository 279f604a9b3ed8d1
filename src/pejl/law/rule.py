"""A rule of the law: a dated function whose argument names are what it rests on.

    @rule(
        "Mindstesatsen gives til den, der ikke opfylder opholdskravet eller ikke opfylder beskæftigelseskravet.",
        since="2025-07-01", cites="LAS § 16, stk. 1", by=LOV_1655, source="elov.dk/prep_docs/47754",
    )
    def paa_mindstesats(opholdskrav_opfyldt: bool, beskaeftigelseskrav_opfyldt: bool) -> bool:
        return not opholdskrav_opfyldt or not beskaeftigelseskrav_opfyldt

An argument is the name of another rule, of a parameter or of something given (`pejl.law.given`). The text is plain
Python of a small kind (`pejl.law.text` names what it may use), so that one text serves one person, arrays and the
columns of any engine. Rules of one name and different dates stand in different files, one file for each regime.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pejl.law.enactment import LONG_KNOWN, Enactment
from pejl.law.status import Status


@dataclass(frozen=True, slots=True)
class InForce:
    """When a version of a rule, a value or a duty is law. All days are inclusive; None is open.

    `since` and `until` are days of the law. `cases_from` and `cases_until` bind by the case's first day: a transition
    rule that leaves the cases begun before a day to the law they started under has `cases_until` on the old version
    and `cases_from` on the new. `by` brought it in and `ended_by` ended it: asked what was known before `ended_by` was
    promulgated, the version has no end.
    """

    since: dt.date
    until: dt.date | None = None
    cases_from: dt.date | None = None
    cases_until: dt.date | None = None
    by: Enactment = LONG_KNOWN
    ended_by: Enactment | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"A version that begins on {self.since} cannot end on {self.until}.")
        if (self.until is None) != (self.ended_by is None):
            raise ValueError("What has an end (`until`) names what ended it (`ended_by`), and the other way round.")

    def known_at(self, known: dt.date | None) -> bool:
        """Whether one could know of it on that day (None: today and always)."""
        return known is None or self.by.known <= known

    def last_day(self, known: dt.date | None) -> dt.date | None:
        """Its last day, as far as one could know on that day; None where it goes on."""
        if self.ended_by is not None and known is not None and known < self.ended_by.known:
            return None
        return self.until

    def as_known(self, known: dt.date | None) -> InForce:
        """The days as one knew them: without the end that nobody knew of yet."""
        return self if self.last_day(known) == self.until else replace(self, until=None, ended_by=None)

    def covers(self, day: dt.date, known: dt.date | None = None) -> bool:
        """Whether it was law on a day, as far as one could know on the day `known`, for some case."""
        last = self.last_day(known)
        return self.known_at(known) and self.since <= day and (last is None or day <= last)

    def binds(self, case_start: dt.date | None) -> bool:
        """Whether it is the law for a case that began on a day; one whose beginning is unknown is a new one."""
        if case_start is None:
            return self.cases_until is None
        return (self.cases_from is None or self.cases_from <= case_start) and (
            self.cases_until is None or case_start <= self.cases_until
        )


@dataclass(frozen=True)
class Rule:
    """One version of a rule. Call it with values to get its answer; the engine reads its text for all other uses."""

    name: str
    says: str
    cites: str
    source: str
    force: InForce
    status: Status
    unit: str
    function: Callable[..., Any] = field(repr=False)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names that it rests on, in the order of its text."""
        return tuple(inspect.signature(self.function).parameters)

    def __call__(self, *values: Any, **named: Any) -> Any:
        """Its answer to plain, known values."""
        return self.function(*values, **named)


def rule(
    says: str,
    *,
    since: str,
    cites: str,
    source: str,
    until: str = "",
    by: Enactment = LONG_KNOWN,
    ended_by: Enactment | None = None,
    cases_from: str = "",
    cases_until: str = "",
    status: Status = Status.CONFIRMED,
    unit: str = "",
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a function a rule. `says` is its sentence in Danish, `cites` its section, days are written 2025-07-01.

    `unit` is that of the answer: "kr. pr. måned", "uger"; "" for yes or no, a day or a word.
    """
    force = InForce(
        since=dt.date.fromisoformat(since),
        until=_day(until),
        cases_from=_day(cases_from),
        cases_until=_day(cases_until),
        by=by,
        ended_by=ended_by,
    )

    def made(function: Callable[..., Any]) -> Rule:
        return Rule(function.__name__, says, cites, source, force, status, unit, function)

    return made


def _day(written: str) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
