"""An audit: a sample of cases, what its checks find, and how far that may be from the truth, which stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.audit.cases import Case, cases
from pejl.casework.audit.checks import CHECKS, Check
from pejl.casework.audit.sampling import drawn, drawn_by_stratum
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import Time
from pejl.casework.timeliness.told import Told, total_told
from pejl.register.intervals import Interval, wilson

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")


class Verdict(StrEnum):
    """What a sample says of the share that is asked for."""

    REACHED = "naaet"
    """The whole interval lies at or above the mark."""
    SHORT = "ikke_naaet"
    """The whole interval lies below the mark."""
    UNSURE = "usikkert"
    """The mark lies within the interval: the sample cannot tell."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return {
            Verdict.REACHED: "Målet er nået",
            Verdict.SHORT: "Målet er ikke nået",
            Verdict.UNSURE: "Stikprøven kan ikke afgøre det",
        }[self]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found in the sample, and in all cases to which it applies.

    `interval` is that of the share in all cases as the sample knows it; None where no sampled case can be checked.
    """

    check: Check
    in_sample: int
    passed_in_sample: int
    in_all: int
    passed_in_all: int
    interval: Interval | None

    @property
    def true_share(self) -> float | None:
        """The share of all cases that pass: what the sample guesses at."""
        return self.passed_in_all / self.in_all if self.in_all else None

    @property
    def verdict(self) -> Verdict | None:
        """What the sample says of the mark; None where the check has none or nothing was sampled."""
        if self.check.mark is None or self.interval is None:
            return None
        if self.interval.least >= self.check.mark:
            return Verdict.REACHED
        return Verdict.SHORT if self.interval.most < self.check.mark else Verdict.UNSURE

    def told(self) -> tuple[Told, Told]:
        """Sample and whole as they may be shown to somebody who looks no person up."""
        return (
            total_told(_counted(self.check, self.in_sample, self.passed_in_sample)),
            total_told(_counted(self.check, self.in_all, self.passed_in_all)),
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit of the deadlines of a time as they stand on a day. The same seed draws the same cases again."""

    day: dt.date
    time: Time
    seed: int
    by_stratum: bool
    of_cases: int
    sample: tuple[Case, ...]
    results: tuple[CheckResult, ...]

    @property
    def unchecked(self) -> tuple[Check, ...]:
        """The checks that apply to no case, mostly because their rule is not confirmed and no scenario supposes it."""
        return tuple(each.check for each in self.results if not each.in_all)


def audit(
    deadlines: ibis.Table,
    day: dt.date,
    *,
    sample: int,
    seed: int,
    time: Time | None = None,
    by_stratum: bool = False,
) -> Audit:
    """Draw `sample` cases, with `by_stratum` so many of each target group as is its part, and check them.

    `deadlines` is the table judged on `day`. Without a time the twelve months up to the day are audited.
    """
    time = time or Time.year_up_to(day)
    everything = cases(deadlines, day, time)
    chosen = tuple(
        drawn_by_stratum(everything, sample, seed, _name, _group)
        if by_stratum
        else drawn(everything, sample, seed, _name)
    )
    results = tuple(_result(check, chosen, everything) for check in CHECKS)
    return Audit(day, time, seed, by_stratum, len(everything), chosen, results)


def _name(case: Case) -> str:
    return case.name


def _group(case: Case) -> str:
    return case.target_group


def _result(check: Check, sample: Sequence[Case], everything: Sequence[Case]) -> CheckResult:
    sampled = [passed for case in sample if (passed := case.passes(check)) is not None]
    all_of = [passed for case in everything if (passed := case.passes(check)) is not None]
    interval = wilson(sum(sampled), len(sampled), among=len(all_of)) if sampled else None
    return CheckResult(check, len(sampled), sum(sampled), len(all_of), sum(all_of), interval)


def _counted(check: Check, of: int, passed: int) -> Counted:
    return Counted(check.name, "", passed, of - passed, of, passed, of - passed)
