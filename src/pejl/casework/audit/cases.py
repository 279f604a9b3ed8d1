"""The cases that an audit of a time may draw, each with what its checks find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pejl import when_used
from pejl.casework.audit.checks import CHECKS, Check
from pejl.casework.deadlines.state import State
from pejl.casework.timeliness.counting import Time

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")

_COLUMNS = (
    "person",
    "case_start",
    "target_group",
    "unit",
    "team",
    "caseworker",
    "duty",
    "starts",
    "due",
    "met_on",
    "state",
)
_JUDGED = tuple(state.value for state in State if state is State.MET or state.broken)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check finds at one deadline of a case. `asked` is the last day that the check asks for."""

    check: Check
    duty: str
    due: dt.date
    asked: dt.date
    met_on: dt.date | None
    state: State
    kept: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An unbroken case of a person. `findings` are those of all checks that apply to it, kept ones too."""

    person: str
    case_start: dt.date
    target_group: str
    unit: str
    team: str
    caseworker: str
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """What a sample draws it by."""
        return f"{self.person}:{self.case_start.isoformat()}"

    def passes(self, check: Check) -> bool | None:
        """Whether it passes a check; None where the check does not apply to it."""
        found = [each.kept for each in self.findings if each.check is check]
        return all(found) if found else None

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(each for each in self.findings if not each.kept)


def cases(deadlines: ibis.Table, day: dt.date, time: Time) -> list[Case]:
    """The cases with at least one check that applies, in the order of person and first day.

    A check applies where one of its deadlines had its last day, as the check asks, in the time and by the judged day.
    What was exempt, ended by a change of the law (done or not) or with the case is no finding.
    """
    duties = sorted({duty for check in CHECKS for duty in check.duties})
    groups = sorted({group for check in CHECKS for group in check.target_groups})
    earliest = time.first - dt.timedelta(days=31)
    rows = deadlines.filter(
        deadlines.duty.isin(duties),
        deadlines.target_group.isin(groups),
        deadlines.state.isin([*_JUDGED, State.AHEAD.value]),
        deadlines.due >= ibis.date(earliest),
        deadlines.ends.isnull(),
    )
    ordered = rows.select(*_COLUMNS).order_by("person", "case_start", "due", "duty", "starts")
    found: dict[tuple[str, dt.date], tuple[dict[str, Any], list[Finding]]] = {}
    for row in ordered.to_pyarrow().to_pylist():
        findings = list(_findings(row, day, time))
        if findings:
            _, all_of = found.setdefault((row["person"], row["case_start"] or row["starts"]), (row, []))
            all_of.extend(findings)
    return [_case(row, first, findings) for (_, first), (row, findings) in found.items()]


def _findings(row: dict[str, Any], day: dt.date, time: Time) -> Iterator[Finding]:
    for check in CHECKS:
        if row["duty"] in check.duties and row["target_group"] in check.target_groups:
            asked = check.within.after(row["starts"]) if check.within else row["due"]
            found = _finding(check, row, asked)
            if time.first <= asked <= min(day, time.last) and (found.kept or _is_settled(found, day)):
                yield found


def _finding(check: Check, row: dict[str, Any], asked: dt.date) -> Finding:
    state, met_on = State(row["state"]), row["met_on"]
    in_time = met_on is not None and met_on <= asked
    kept = in_time if check.within else state is State.MET
    return Finding(check, row["duty"], row["due"], asked, met_on, state, kept)


def _is_settled(found: Finding, day: dt.date) -> bool:
    """Whether what was not done in time can no longer be: the law may leave longer than the check asks for."""
    return found.asked < day if found.check.within else found.state is not State.AHEAD


def _case(row: dict[str, Any], first: dt.date, findings: Iterable[Finding]) -> Case:
    place = {name: row[name] or "" for name in ("target_group", "unit", "team", "caseworker")}
    return Case(row["person"], first, **place, findings=tuple(findings))
