"""What the law answers to each of several questions about one person, each by itself: a value, unknown, or why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pejl.calendar.numbers import danish_number
from pejl.law.answer import Step
from pejl.law.given import Given
from pejl.law.law_day import LawOnDay
from pejl.law.person_difference import ValueChange
from pejl.law.refusals import Contradiction, Refusal
from pejl.law.titles import title
from pejl.law.written import written


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answer. `value` is None where it is unknown, and where it is refused.

    `unknown` are the facts that were told as unknown and looked at. `scenario`: something supposed has part in it.
    """

    name: str
    danish: str
    value: object
    written: str
    unit: str
    refusal: Refusal | None
    scenario: bool
    steps: tuple[Step, ...]
    unknown: tuple[Given, ...]


def asked(law: LawOnDay, facts: Mapping[str, object], wanted: Sequence[str]) -> tuple[Asked, ...]:
    """Each wanted name. A `Contradiction` in the facts is raised: with it nothing can be said of anything."""
    return tuple(_asked(law, facts, name) for name in wanted)


def not_told(law: LawOnDay, facts: Mapping[str, object], wanted: Sequence[str]) -> tuple[Given, ...]:
    """The facts that the wanted names may come to rest on and that nobody has told, not even as unknown.

    A name that is none rests on nothing; `asked` says that there is no such.
    """
    needed = law.plan(tuple(name for name in wanted if name in law.book.kinds)).facts
    return tuple(given for given in needed if given.name not in facts)


def moved(change: ValueChange) -> str:
    """How far an amount or a number has moved: "7.219 kr. pr. måned mindre"; "" where that cannot be said."""
    before, after = change.before.value, change.after.value
    if not (_is_number(before) and _is_number(after)) or before == after:
        return ""
    far = round(abs(after - before), 2)  # type: ignore[operator]
    unit = next((step.unit for step in reversed(change.after.steps) if step.name == change.name), "")
    return f"{written(far, unit) if unit else danish_number(far)} {'mindre' if after < before else 'mere'}"  # type: ignore[operator]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _asked(law: LawOnDay, facts: Mapping[str, object], name: str) -> Asked:
    called = title(law.book, name)
    try:
        answer = law.person(facts, [name])
    except Contradiction:
        raise
    except Refusal as refusal:
        return Asked(name, called, None, "", "", refusal, scenario=False, steps=(), unknown=())
    steps = answer.steps()
    last = next((step for step in reversed(steps) if step.name == name), None)
    value = answer.values[name]
    unit = last.unit if last else _unit(law, name)
    unknown = tuple(dict.fromkeys(_unknown(law, facts, steps)))
    shown = last.written if last else written(value, unit)
    return Asked(name, called, value, shown, unit, None, answer.scenario, steps, unknown)


def _unit(law: LawOnDay, name: str) -> str:
    if name in law.book.parameters:
        return law.book.parameters[name].unit
    return law.book.givens[name].unit if name in law.book.givens else ""


def _unknown(law: LawOnDay, facts: Mapping[str, object], steps: tuple[Step, ...]) -> Iterator[Given]:
    for step in steps:
        for argument in step.arguments:
            if argument.given and argument.name in facts and facts[argument.name] is None:
                yield law.book.givens[argument.name]
