"""A parameter: an amount, a percentage or a limit of the law, whose value changes with the days.

Values are written in a statute's `parameters.yaml` (`pejl.law.parameter_file` reads it) and never in code. Each has its
unit, its source and how sure it is. A value that nobody has is written as missing, and never computes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pejl.law.status import Status
from pejl.law.written import written

Scalar = bool | int | float | str | dt.date
"""What a given, a parameter or a rule can have as its value."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One row: what the value is from `since` to `until` (None: as long as nothing else is decided).

    `value` is None where it is missing. `known` is the day on which one could know of it; None: always. Of two rows
    that cover the same day the one that became known later is a correction of the other. `end_known` is the day on
    which one could know of its end: asked what was known before, it goes on, to `until_before` where an end had been
    foreseen (the year's, of an amount that is regulated yearly).
    """

    since: dt.date
    until: dt.date | None
    value: Scalar | None
    status: Status
    source: str
    retrieved: dt.date | None = None
    known: dt.date | None = None
    note: str = ""
    end_known: dt.date | None = None
    until_before: dt.date | None = None

    def last_day(self, known: dt.date | None) -> dt.date | None:
        """Its last day, as far as one could know on that day; None where it goes on."""
        if self.end_known is not None and known is not None and known < self.end_known:
            return self.until_before
        return self.until

    def covers(self, day: dt.date, known: dt.date | None = None) -> bool:
        """Whether it says something of the day, as far as one could know on the day `known`."""
        could_know = known is None or self.known is None or self.known <= known
        last = self.last_day(known)
        return could_know and self.since <= day and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name with all its rows. `look_up` tells a person where to find a value that is missing."""

    name: str
    danish: str
    unit: str
    look_up: str
    values: tuple[Dated, ...]
    file: str
    cites: str = ""
    note: str = ""

    @property
    def kind(self) -> type | None:
        """int where all values are whole numbers written as such, else float; or day, yes-or-no. None: all missing."""
        kinds = {type(dated.value) for dated in self.values if dated.value is not None}
        if not kinds:
            return None
        if kinds <= {int, float}:
            return int if kinds == {int} else float
        return next(iter(kinds))

    def row(self, day: dt.date, known: dt.date | None = None) -> Dated | None:
        """The row that covers a day; None is a gap."""
        return latest_known(row for row in self.values if row.covers(day, known))


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter is on one day, with all that an explanation says of it.

    `scenario` is the name of the scenario that supplied or accepted it; "" where the law alone did.
    """

    name: str
    danish: str
    unit: str
    value: Scalar
    status: Status
    source: str
    since: dt.date
    until: dt.date | None
    retrieved: dt.date | None
    cites: str = ""
    scenario: str = ""

    @property
    def written(self) -> str:
        """The value in Danish, with its unit."""
        return written(self.value, self.unit)


def latest_known(rows: Iterable[Dated]) -> Dated | None:
    """Of rows that cover the same day, the one that corrects the others."""
    return max(rows, key=lambda row: row.known or dt.date.min, default=None)
