"""A worklist is data: which rows are on it, the question that it answers, and what it says when there are none."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.casework.deadlines.state import State


@dataclass(frozen=True, slots=True)
class Worklist:
    """A list of deadlines by its word in addresses, its title, and the question that it answers.

    On it are rows in one of `states`. `coming`: only those whose last day lies within the days that are asked for.
    `back` leaves out rows whose last day lies longer ago than so many days. `shares`: only duties that are owed to a
    share of a group, where whoever is left out must have a reason. `running`: only persons whose case still runs;
    nothing can be done for the others. `own`: only duties that are the municipality's own. `settled`: also rows that
    are marked as done or exempt. `empty` says in a sentence what it means that the list has no row, and `order` how
    its rows are sorted.
    """

    name: str
    danish: str
    asks: str
    empty: str
    order: str
    states: tuple[State, ...] = ()
    coming: bool = False
    back: int = 0
    shares: bool = False
    running: bool = True
    own: bool = True
    settled: bool = False
