"""What is asked: the deadlines of a snapshot on a day, back to another day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import ibis

from pejl.calendar import months
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    from pejl.law.law_day import LawOnDay


@dataclass(frozen=True)
class Asked:
    """A snapshot and the judged day. Deadlines whose last day lies before `back_to` are left out.

    `law_day` is what rules and limits are asked of.
    """

    snapshot: Snapshot
    day: dt.date
    back_to: dt.date
    law_day: LawOnDay

    @cached_property
    def today(self) -> ibis.Column:
        """The judged day as an expression."""
        return ibis.literal(self.day)

    def table(self, name: str) -> ibis.Table:
        """The rows of a table that are asked about. Raises `NothingKnown` where it was never delivered."""
        return self.snapshot.table(name)

    def holds(self, name: str) -> bool:
        """Whether the table was ever delivered."""
        return self.snapshot.holds(name)

    def of_the_law(self, parameter: str) -> int:
        """A whole number of the law on the judged day. Raises a refusal where it has none."""
        return int(self.law_day.value(parameter).value)  # type: ignore[arg-type]


def a_year_before(day: dt.date) -> dt.date:
    """Where a table of deadlines begins if nobody says otherwise."""
    return months.add_months(day, -12)
