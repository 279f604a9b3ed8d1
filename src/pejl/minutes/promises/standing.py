"""What the decision makes of a promise: the item's outcome for its text, the clause's own for a clause."""

from __future__ import annotations

from pejl.minutes.document import Clause, Item, Outcome, Role
from pejl.minutes.promises.promise import Standing

_FALLEN = {
    Outcome.WITHDRAWN: Standing.WITHDRAWN,
    Outcome.POSTPONED: Standing.POSTPONED,
    Outcome.REJECTED: Standing.REJECTED,
}


def clause_at(item: Item, line: int, text: str) -> Clause | None:
    """The clause of the recommendation that the words at `line` belong to."""
    if item.recommendation is None:
        return None
    here = [one for one in item.recommendation.clauses if one.lines.first <= line <= one.lines.last]
    if len(here) <= 1:
        return here[0] if here else None
    return next((one for one in here if text and text[:60] in one.text), here[0])


def standing(item: Item, role: Role, clause: Clause | None) -> Standing:
    """Whether what is promised in that part of the item is in force. What the decision itself promises always is."""
    if role in {Role.DECISION, Role.ANNOUNCEMENT}:
        return Standing.STANDS
    if clause and item.decision:
        told = next((one.outcome for one in item.decision.clauses if one.number == clause.number), None)
        if told is not None:
            return _FALLEN.get(told, Standing.STANDS)
    if clause and (item.decision is None or item.outcome == Outcome.NONE):
        return Standing.UNDECIDED
    return _FALLEN.get(item.outcome, Standing.STANDS)
