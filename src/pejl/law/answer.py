"""What the law says for one person, and how it came to say so, when that is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pejl.law.enactment import Enactment
from pejl.law.given import Given
from pejl.law.givens import CASE_START
from pejl.law.kleene import Unknown, evaluate
from pejl.law.parameters import Value
from pejl.law.plan import Plan
from pejl.law.status import Status
from pejl.law.version import Version
from pejl.law.written import NOTHING, written


@dataclass(frozen=True, slots=True)
class Argument:
    """What a step looked at: something given, or the answer of a step before it."""

    name: str
    danish: str
    written: str
    given: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that the answer came to rest on, with what it looked at. `danish` is the rule's sentence.

    Only what was looked at is there: where one thing decides, the rest was not asked. `scenario` tells that a supposed
    value or rule has part in it, here or in a step before.
    """

    name: str
    danish: str
    cites: str
    value: Any
    written: str
    unit: str
    status: Status
    source: str
    statute: str
    since: dt.date
    until: dt.date | None
    by: Enactment
    arguments: tuple[Argument, ...]
    parameters: tuple[Value, ...]
    scenario: bool


class Answer:
    """The wanted values by name; None is unknown."""

    def __init__(
        self, plan: Plan, values: Mapping[str, Any], reached: Mapping[str, Any], versions: Mapping[str, Version]
    ) -> None:
        self.values = values
        self._plan = plan
        self._reached = reached
        self._versions = versions

    @property
    def scenario(self) -> bool:
        """Whether a value or a rule of the scenario was used, and not merely there."""
        return any(step.scenario for step in self._steps) or any(
            isinstance(found, Value) and bool(found.scenario) for found in map(self._plan.names.get, self._plan.wanted)
        )

    def steps(self) -> tuple[Step, ...]:
        """The rules that the answer came to rest on, each after those that it looked at."""
        return self._steps

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        made: dict[str, Step] = {}
        for name in self._plan.wanted:
            self._reason(name, made)
        return tuple(made.values())

    def _reason(self, name: str, made: dict[str, Step]) -> None:
        version = self._versions.get(name)
        if version is None or name in made:
            return
        looked_at: dict[str, None] = {}
        if version.bound_by_case:
            looked_at[CASE_START] = None
        evaluate(version.text.tree, self._reached, lambda read: looked_at.setdefault(read))
        for each in looked_at:
            self._reason(each, made)
        made[name] = self._step(version, tuple(looked_at), made)

    def _step(self, version: Version, looked_at: tuple[str, ...], made: Mapping[str, Step]) -> Step:
        rule, force = version.rule, version.force
        found = self._reached[version.name]
        value = None if isinstance(found, Unknown) else found
        nothing = value is None and not any(isinstance(self._reached[each], Unknown) for each in looked_at)
        parameters = tuple(self._values_of(looked_at))
        supposed = (
            not version.status.usable
            or any(parameter.scenario for parameter in parameters)
            or any(each in made and made[each].scenario for each in looked_at)
        )
        return Step(
            version.name,
            rule.says,
            rule.cites,
            value,
            NOTHING if nothing else written(value, rule.unit),
            rule.unit,
            rule.status,
            rule.source,
            version.statute,
            force.since,
            force.until,
            force.by,
            tuple(self._argument(each, made) for each in looked_at if not isinstance(self._plan.names[each], Value)),
            parameters,
            supposed,
        )

    def _values_of(self, names: tuple[str, ...]) -> Iterator[Value]:
        return (found for name in names if isinstance(found := self._plan.names[name], Value))

    def _argument(self, name: str, made: Mapping[str, Step]) -> Argument:
        found = self._reached[name]
        value = None if isinstance(found, Unknown) else found
        asked = self._plan.names[name]
        if isinstance(asked, Given):
            return Argument(name, asked.means, written(value, asked.unit), given=True)
        step = made.get(name)
        return Argument(name, step.danish if step else name, step.written if step else written(value), given=False)
