"""Statutes loaded and checked once, and asked as of a day."""

from __future__ import annotations

import datetime as dt

from pejl.law.law_day import LawOnDay
from pejl.law.loading import check_scenario, load
from pejl.law.refusals import LawFault
from pejl.law.rulebook import Rulebook
from pejl.law.scenario import Scenario, scenario
from pejl.law.statute import Statute


class Law:
    """All statutes. A question begins with a day: `law().on(day)`."""

    def __init__(self, statutes: tuple[Statute, ...]) -> None:
        self.book: Rulebook = load(statutes)
        self._days: dict[tuple[dt.date, dt.date | None, str | None], LawOnDay] = {}

    @property
    def statutes(self) -> tuple[Statute, ...]:
        """The statutes, in the order of the site."""
        return self.book.statutes

    def statute(self, name: str) -> Statute:
        """The statute of this name."""
        for statute in self.statutes:
            if statute.name == name:
                return statute
        raise LawFault(f"Der er ingen lov, der hedder »{name}«. Der er: {', '.join(s.name for s in self.statutes)}.")

    def on(self, day: dt.date, *, known: dt.date | None = None, scenario: str | Scenario | None = None) -> LawOnDay:
        """The law of a day, as far as it was known on the day `known`, with a scenario, by name or made."""
        if isinstance(scenario, Scenario):
            return self._made(day, known, scenario)
        key = (day, known, scenario)
        if key not in self._days:
            if len(self._days) >= _KEPT:
                self._days.clear()
            self._days[key] = self._made(day, known, _named(scenario))
        return self._days[key]

    def _made(self, day: dt.date, known: dt.date | None, supposed: Scenario | None) -> LawOnDay:
        if supposed is not None:
            check_scenario(supposed, self.book)
        return LawOnDay(self.book, day, known, supposed)


_KEPT = 512
"""How many days are kept ready."""


def _named(name: str | None) -> Scenario | None:
    return scenario(name) if name else None
