"""What is asked of a worklist: whose rows somebody may see at all, and which of them they want."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.casework.marks import MarkKind
from pejl.casework.worklists.lists import FEW_DAYS


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows somebody may see: everybody's, or those of the teams in which the caseworker of that key works.

    Neither is nobody's.
    """

    everything: bool = False
    caseworker: str = ""


@dataclass(frozen=True, slots=True)
class DutyWords:
    """Duties that lists tell apart: those owed to a share of a group, and those that are not the municipality's.

    Of the former the first and the last day on which a deadline is owed to a share; the last is None where it goes on.
    """

    shares: tuple[tuple[str, dt.date, dt.date | None], ...] = ()
    of_others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of the rows are wanted. An empty field leaves it open. `ended` is a duty's last day as law.

    `team` is a unit and a team with a slash between, because two units may call a team alike.
    """

    team: str = ""
    unit: str = ""
    caseworker: str = ""
    target_group: str = ""
    duty: str = ""
    mark: MarkKind | None = None
    ended: dt.date | None = None
    days: int = FEW_DAYS
