"""The law as of a day, as far as it was known on a day, with or without a scenario. All questions are put to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pejl import when_used
from pejl.law import person, refusals
from pejl.law.answer import Answer
from pejl.law.chosen import Chosen, choose, joined
from pejl.law.duty import Duty
from pejl.law.givens import CASE_START
from pejl.law.graph import in_order
from pejl.law.parameters import Parameter, Value
from pejl.law.plan import Plan, Settled
from pejl.law.refusals import Refusal
from pejl.law.rulebook import Rulebook
from pejl.law.scenario import Scenario
from pejl.law.unsettled import Unsettled, unsettled

if TYPE_CHECKING:
    import ibis
    import numpy as np

    from pejl.law import arrays, columns
else:
    arrays = when_used.module("pejl.law.arrays")
    columns = when_used.module("pejl.law.columns")

T = TypeVar("T")


class LawOnDay:
    """The law of `day`. `known` is the day as of which it was known; None: as it is known now."""

    def __init__(self, book: Rulebook, day: dt.date, known: dt.date | None, scenario: Scenario | None) -> None:
        self.day = day
        self.known = known
        self.scenario = scenario
        self.book = book
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._prepared: dict[tuple[str, ...], Any] = {}

    def person(self, given: Mapping[str, object], wanted: Sequence[str]) -> Answer:
        """The wanted values for one person. A refusal is raised where an answer would rest on it."""
        return person.answer(self, given, tuple(wanted))

    def outcomes(self, given: Mapping[str, object], wanted: Sequence[str]) -> dict[str, Any]:
        """Each wanted name for one person by itself: its value, None where it is unknown, or its `Refusal`."""
        return person.outcomes(self, given, tuple(wanted))

    def columns(
        self,
        table: ibis.Table,
        wanted: Sequence[str],
        given: Mapping[str, str] | None = None,
        *,
        unsettled: Literal["refuse", "unknown"] = "refuse",
    ) -> ibis.Table:
        """The table with one column more for each wanted name, as an expression for any engine of Ibis.

        `given` tells which column holds a given where it has another name. What is not settled, or has no column,
        refuses; with `unsettled="unknown"` it makes unknown (null) what rests on it, and whoever asks must say so.
        """
        return columns.with_columns(self, table, tuple(wanted), given or {}, refuse=unsettled == "refuse")

    def arrays(
        self, given: Mapping[str, np.ndarray[Any, Any]], wanted: Sequence[str]
    ) -> dict[str, np.ndarray[Any, Any]]:
        """The wanted values for many, as fast as the machine can. Nothing may be unknown.

        A word is given as words, or as whole numbers: places in the given's `words`.
        """
        return arrays.computed(self, given, tuple(wanted))

    def value(self, parameter: str) -> Value:
        """What a parameter is on the day; refuses where it has no settled value."""
        found = self.settled(parameter)
        if isinstance(found, Refusal):
            raise found
        if not isinstance(found, Value):
            raise refusals.no_such_name(parameter)
        return found

    def duties(self, name: str | None = None) -> tuple[Duty, ...]:
        """The duties that are law on the day (also those for certain cases only), and may be used."""
        return tuple(
            duty
            for duty in self.book.duties
            if name in (None, duty.name)
            and duty.force.covers(self.day, self.known)
            and (duty.status.usable or self.accepts(duty.name))
        )

    def unsettled(self, statute: str) -> tuple[Unsettled, ...]:
        """What of a statute cannot be used on the day without a scenario, and where to look it up."""
        return unsettled(self.book, statute, self.day, self.known)

    def accepts(self, name: str) -> bool:
        """Whether the scenario takes unsettled versions of a name as law."""
        return self.scenario is not None and name in self.scenario.accepts

    def settled(self, name: str) -> Settled:
        """What a name is on the day."""
        if name in self.book.versions:
            versions = self.book.versions[name]
            return choose(name, versions, self.day, self.known, self.accepts(name))
        if name in self.book.parameters:
            return self._parameter(self.book.parameters[name])
        return self.book.givens.get(name) or refusals.no_such_name(name)

    def plan(self, wanted: Sequence[str]) -> Plan:
        """The wanted names with all they rest on. A name that nobody wrote is refused, whoever asks."""
        key = tuple(wanted)
        if key not in self._plans:
            for name in key:
                if name not in self.book.kinds:
                    raise refusals.no_such_name(name)
            names: dict[str, Settled] = {}

            def rests(name: str) -> tuple[str, ...]:
                found = names.setdefault(name, self.settled(name))
                if not isinstance(found, Chosen):
                    return ()
                return (*found.arguments, *([CASE_START] if found.by_case else []))

            self._plans[key] = Plan(key, in_order(key, rests), names)
        return self._plans[key]

    def prepared(self, wanted: tuple[str, ...], make: Callable[[], T]) -> T:
        """What an engine made ready for these names, kept for the next time."""
        if wanted not in self._prepared:
            self._prepared[wanted] = make()
        found: T = self._prepared[wanted]
        return found

    def _parameter(self, parameter: Parameter) -> Value | Refusal:
        """The scenario's value where it has one, else the law's, if it is settled."""
        name = parameter.name
        supposed = self.scenario.row(name, self.day) if self.scenario else None
        row = supposed or parameter.row(self.day, self.known)
        if row is None:
            covered = joined(
                [(row.since, row.last_day(self.known)) for row in parameter.values if row.covers(row.since, self.known)]
            )
            return refusals.gap(name, parameter.danish, self.day, covered)
        if row.value is None:
            return refusals.missing_value(name, parameter.danish, self.day, parameter.look_up)
        if not row.status.usable and supposed is None and not self.accepts(name):
            word = row.status.danish
            return refusals.unsettled_value(name, parameter.danish, self.day, word, parameter.look_up or row.source)
        by_scenario = self.scenario.danish if self.scenario and not row.status.usable else ""
        return Value(
            name,
            parameter.danish,
            parameter.unit,
            row.value,
            row.status,
            row.source,
            row.since,
            row.last_day(self.known),
            row.retrieved,
            parameter.cites,
            by_scenario,
        )
