"""What is different in a statute between two days of the law: rules, amounts and duties, as data with its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pejl.calendar.days import danish_day
from pejl.law.duty import Duty
from pejl.law.label import heading
from pejl.law.law_day import LawOnDay
from pejl.law.parameters import Dated, Parameter
from pejl.law.part import Part
from pejl.law.status import Status
from pejl.law.version import Version
from pejl.law.written import written


class Movement(StrEnum):
    """What happened to a name. The value is the word on the site."""

    CAME = "ny"
    WENT = "bortfaldet"
    CHANGED = "ændret"


@dataclass(frozen=True, slots=True)
class Change:
    """One rule, parameter or duty that is not the same. `before` and `after` are what it says on each day.

    `by` names the act that brought the later version, or ended the earlier.
    """

    name: str
    what: Part
    movement: Movement
    sentence: str
    before: str
    after: str
    cites: str
    by: str
    source: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything of a statute that differs between two days."""

    statute: str
    first: dt.date
    last: dt.date
    rules: tuple[Change, ...]
    parameters: tuple[Change, ...]
    duties: tuple[Change, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Rules, then amounts, then duties."""
        return (*self.rules, *self.parameters, *self.duties)


def difference(statute: str, before: LawOnDay, after: LawOnDay) -> Difference:
    """What differs in a statute between two days. What is not settled counts too, and says so."""
    return Difference(
        statute,
        before.day,
        after.day,
        tuple(_rules(statute, before, after)),
        tuple(_parameters(statute, before, after)),
        tuple(_duties(statute, before, after)),
    )


def _rules(statute: str, before: LawOnDay, after: LawOnDay) -> Iterator[Change]:
    for name, versions in after.book.versions.items():
        if after.book.homes[name] != statute:
            continue
        old = [version for version in versions if version.force.covers(before.day, before.known)]
        new = [version for version in versions if version.force.covers(after.day, after.known)]
        if _texts(old) != _texts(new):
            was, became = _says(old), _says(new)
            if was == became:
                was, became = was + _surety(old), became + _surety(new)
            yield _change(name, Part.RULE, was, became, new[-1:] or old[-1:], ended=not new)


def _texts(versions: Sequence[Version]) -> list[object]:
    """What a rule says: two versions of one text, one section and one sentence are the same law."""
    return [
        (each.text.tree, each.rule.cites, each.rule.says, each.status, each.force.cases_from, each.force.cases_until)
        for each in versions
    ]


def _says(versions: Sequence[Version]) -> str:
    return " / ".join(f"{each.rule.says} ({each.rule.cites}){_doubt(each.status)}{_bound(each)}" for each in versions)


def _surety(versions: Sequence[Version]) -> str:
    """How sure each is, where nothing else tells them apart."""
    return "".join(f" [{each.status.danish}]" for each in versions if each.status.usable)


def _bound(version: Version) -> str:
    first, last = version.force.cases_from, version.force.cases_until
    return (f" [sager fra {danish_day(first)}]" if first else "") + (
        f" [sager begyndt senest {danish_day(last)}]" if last else ""
    )


def _change(
    name: str, what: Part, before: str, after: str, told_by: Sequence[Version | Duty], *, ended: bool
) -> Change:
    movement = Movement.CAME if not before else Movement.WENT if not after else Movement.CHANGED
    one = told_by[0]
    called = one.danish if isinstance(one, Duty) else heading(name)
    shown = {
        Movement.CAME: f"Ny {what}, {called}: {after}",
        Movement.WENT: f"Bortfaldet {what}, {called}: {before}",
        Movement.CHANGED: f"Ændret {what}, {called}: {after}. Før: {before}",
    }[movement]
    rule = one.rule if isinstance(one, Version) else one
    act = one.force.ended_by if ended and one.force.ended_by else one.force.by
    return Change(name, what, movement, shown, before, after, rule.cites, act.name, rule.source)


def _parameters(statute: str, before: LawOnDay, after: LawOnDay) -> Iterator[Change]:
    for parameter in after.book.parameters_of(statute):
        old, new = _row(parameter, before), _row(parameter, after)
        if _value(parameter, old) == _value(parameter, new):
            continue
        was, became = _value(parameter, old), _value(parameter, new)
        movement = Movement.CAME if old is None else Movement.WENT if new is None else Movement.CHANGED
        shown = f"{parameter.danish}: {was or 'ingen'} → {became or 'ingen'}"
        row = new or old
        source = row.source if row else ""
        yield Change(parameter.name, Part.PARAMETER, movement, shown, was, became, parameter.cites, "", source)


def _row(parameter: Parameter, law: LawOnDay) -> Dated | None:
    supposed = law.scenario.row(parameter.name, law.day) if law.scenario else None
    return supposed or parameter.row(law.day, law.known)


def _value(parameter: Parameter, row: Dated | None) -> str:
    if row is None:
        return ""
    if row.value is None:
        return "mangler"
    return written(row.value, parameter.unit) + _doubt(row.status)


def _duties(statute: str, before: LawOnDay, after: LawOnDay) -> Iterator[Change]:
    duties = after.book.duties_of(statute)
    for name in dict.fromkeys(duty.name for duty in duties):
        old = [each for each in duties if each.name == name and each.force.covers(before.day, before.known)]
        new = [each for each in duties if each.name == name and each.force.covers(after.day, after.known)]
        if old != new:
            yield _change(name, Part.DUTY, _owed(old), _owed(new), new[-1:] or old[-1:], ended=not new)


def _owed(duties: Sequence[Duty]) -> str:
    return " / ".join(f"{each.says} ({each.cites}){_doubt(each.status)}" for each in duties)


def _doubt(status: Status) -> str:
    return "" if status.usable else f" [{status.danish}]"
