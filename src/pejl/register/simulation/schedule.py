"""A clock for each state: on which day of the case a talk is due, while the spell lasts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation.draws import Ints
from pejl.register.simulation.spells import Spells
from pejl.register.simulation.states import State


@dataclass(frozen=True)
class Clock:
    """The days of the case on which something is due: some one by one, and then again and again."""

    first: tuple[int, ...]
    again: int

    def days(self, longest: int) -> Ints:
        """All due days up to the longest case."""
        following = range(self.first[-1] + self.again, longest + self.again, self.again)
        return np.array([*self.first, *following], np.int64)


TALKS: dict[State, Clock] = {
    State.DAGPENGE: Clock((10, 40, 72, 100, 132, 165), 61),
    State.JOBPARAT: Clock((5, 45, 95, 150), 70),
    State.AKTIV: Clock((5, 45, 95, 150), 70),
    State.UDDPARAT: Clock((5, 45, 95, 150), 65),
    State.AKTIV_UDD: Clock((5, 45, 95, 150), 65),
    State.SYGE: Clock((44, 86, 128, 168), 56),
    State.JOBAFKLARING: Clock((20, 65, 110, 160), 60),
    State.RESSOURCE: Clock((20, 80, 140), 60),
    State.LEDIGHED: Clock((20, 65, 110, 160), 75),
    State.FLEKSJOB: Clock((180, 913), 913),
    State.REVALIDERING: Clock((30, 120), 90),
}
"""What the law asks for until 30.06.2026 (LAB §§ 31-32, SDP § 13 b), and usual steps where it leaves them open."""

LONGEST = 60 * 366


@dataclass(frozen=True)
class Due:
    """Things that are due: for which spell, which in the row of its clock, and when."""

    spell: Ints
    turn: Ints
    day: Ints

    def only(self, kept: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Due:
        """Some of them."""
        return Due(self.spell[kept], self.turn[kept], self.day[kept])


def due(spells: Spells, clocks: dict[State, Clock], first: int, last: int) -> Due:
    """What is due within each spell, from the first day to the last. A clock starts with the case, not the spell."""
    parts = []
    for state, clock in clocks.items():
        places = np.flatnonzero(spells.state == int(state))
        offsets = clock.days(LONGEST)
        since = np.maximum(spells.start[places], first) - spells.case[places]
        until = np.minimum(spells.lasting_to(last)[places], last) - spells.case[places]
        low = np.searchsorted(offsets, since, side="left")
        many = np.maximum(np.searchsorted(offsets, until, side="right") - low, 0)
        spell = np.repeat(places, many)
        turn = np.arange(len(spell)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)
        parts.append((spell, turn, spells.case[spell] + offsets[turn]))
    spell, turn, day = (np.concatenate(column).astype(np.int64) for column in zip(*parts, strict=True))
    order = np.lexsort((spell, day))
    return Due(spell[order], turn[order], day[order])
