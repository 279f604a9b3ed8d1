"""Time cut where the answer may change though no row does: where the law changes, and where a fact does by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.calendar.months import add_months
from pejl.casework.givens import OF_MONTH
from pejl.casework.informing.topic import Topic, TopicKind, rules_of

if TYPE_CHECKING:
    from pejl.law import law as engine
    from pejl.law.law_day import LawOnDay
    from pejl.law.rulebook import Rulebook
else:
    engine = when_used.module("pejl.law.law")

ONE = dt.timedelta(days=1)
BY_YEAR = "alder"
"""The fact that changes on the first of January."""


@dataclass(frozen=True)
class Stretch:
    """Days, both inclusive, on which one text of the law holds."""

    first: dt.date
    last: dt.date
    law_day: LawOnDay


def law_on(day: dt.date, scenario: str) -> LawOnDay:
    """The law of the day, with the scenario of that name where there is one."""
    return engine.law().on(day, scenario=scenario or None)


def law_book() -> Rulebook:
    """All names of the law, of whatever day."""
    return engine.law().book


def stretches(topic: Topic, first: dt.date, last: dt.date, scenario: str) -> Iterator[Stretch]:
    """The days from first to last, cut where the topic's law changes."""
    while first <= last:
        law_day = law_on(first, scenario)
        edge = min((edge for edge in _edges(topic, law_day) if edge > first), default=last + ONE)
        yield Stretch(first, min(edge - ONE, last), law_day)
        first = edge


def _edges(topic: Topic, law_day: LawOnDay) -> Iterator[dt.date]:
    """Days after which something else may be the answer: first days of what comes, days after what goes."""
    book, day, known = law_day.book, law_day.day, law_day.known
    forces = [duty.force for duty in book.duties if topic.kind is TopicKind.DUTY and duty.name == topic.name]
    plan = law_day.plan(rules_of(topic, law_day))
    forces += [version.force for name in plan.order for version in book.versions.get(name, ())]
    for force in forces:
        yield force.since
        if end := force.last_day(known):
            yield end + ONE
    for name in plan.order:
        rows = book.parameters[name].values if name in book.parameters else ()
        supposed = law_day.scenario.values.get(name, ()) if law_day.scenario else ()
        for row in (*rows, *supposed):
            yield row.since
            if row.until:
                yield row.until + ONE
    if BY_YEAR in plan.order:
        yield dt.date(day.year + 1, 1, 1)
    if not OF_MONTH.keys().isdisjoint(plan.order):
        yield add_months(day.replace(day=1), 1)
