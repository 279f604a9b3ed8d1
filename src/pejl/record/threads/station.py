"""A station of a case: one treatment of it, as far as a thread needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.minutes.document import Decision, Outcome, Recommendation


@dataclass(frozen=True, slots=True)
class ClauseAt:
    """A clause of the recommendation at one station, and what the decision there says became of it.

    `NONE` means that the station's decision tells nothing of the clause, or that there is no decision yet.
    """

    number: int
    text: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class StopAt:
    """A stop ahead that a station announces: a body by `minutes.keys.body_key`, and a day where one is given."""

    body: str
    body_name: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Station:
    """An item that treats the case. `key` tells stations apart, `title` is folded by `minutes.keys.item_key`.

    `names` holds the earlier treatments that the item names, each a body, a day and an item's number. `decided` is
    false for an item of an agenda. A closed item has neither clauses nor stops nor names.
    """

    key: int
    body: str
    body_name: str
    day: dt.date | None
    meeting: int
    number: int | None
    title: str
    closed: bool
    decided: bool
    outcome: Outcome
    clauses: tuple[ClauseAt, ...] = ()
    stops: tuple[StopAt, ...] = ()
    names: frozenset[tuple[str, dt.date, int | None]] = frozenset()

    @property
    def place(self) -> tuple[bool, dt.date, int]:
        """What stations are sorted by: their day, those without one last."""
        return self.day is None, self.day or dt.date.max, self.key


def clauses_at(recommendation: Recommendation | None, decision: Decision | None) -> tuple[ClauseAt, ...]:
    """The clauses of a recommendation with what the decision says of each.

    A decision that tells its clauses apart tells nothing of those it leaves out; one that does not tells of all.
    """
    if recommendation is None:
        return ()
    told = {clause.number: clause.outcome for clause in decision.clauses} if decision else {}
    whole = decision.outcome if decision and not decision.clauses else Outcome.NONE
    return tuple(
        ClauseAt(clause.number, clause.text, told.get(clause.number, whole)) for clause in recommendation.clauses
    )
