"""Plans and CVs: made when a case begins, and then updated and used often, seldom or never."""

from __future__ import annotations

import numpy as np

from pejl.register.simulation.cells import Rows, Since, code, codes, days, keys
from pejl.register.simulation.days import NONE
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.spells import Spells
from pejl.register.simulation.states import State

_TABLE = "plans"
_WITH_CV = (State.DAGPENGE, State.JOBPARAT, State.FLEKSJOB, State.LEDIGHED)
_EVERY = (45, 90, 180, 400)
"""How many days lie between two updates, for four ways of keeping a plan."""


def rows(spells: Spells, seed: int, first: int, last: int) -> Rows:
    """The table: one plan for each case, and a CV for those who are ready for work or in or for a flex job."""
    draws = Draws(seed, "plans")
    state = spells.state
    begins = np.flatnonzero((spells.start == spells.case) | (spells.state == State.SYGE))
    planned = begins[~np.isin(state[begins], (int(State.SYGE), int(State.PENSION), int(State.BARSEL)))]
    ready = begins[np.isin(state[begins], [int(each) for each in _WITH_CV])]
    sick = begins[(state[begins] == State.SYGE) & draws.chance(0.25, len(begins))]
    spell = np.concatenate([planned, ready, sick])
    kind = np.concatenate(
        [
            np.where(_early(state[planned]), _kind("rehabiliteringsplan"), _kind("min_plan")),
            np.full(len(ready), _kind("cv")),
            np.full(len(sick), _kind("min_plan")),
        ]
    )
    made = spells.start[spell] + draws.between(0, 25, len(spell))
    inside = np.flatnonzero((made <= spells.lasting_to(last)[spell]) & (made <= last))
    inside = inside[np.lexsort((kind[inside], spell[inside], made[inside]))]
    spell, kind, made = spell[inside], kind[inside], made[inside]
    over = np.minimum(spells.lasting_to(last)[spell], last)
    size = len(spell)
    every = np.array(_EVERY)[draws.pick((0.30, 0.34, 0.24, 0.12), size)]
    used_every = np.array(_EVERY)[draws.pick((0.34, 0.30, 0.20, 0.16), size)]
    never = draws.chance(0.14, size)
    cv = kind == _kind("cv")
    return Rows(
        _TABLE,
        {
            "id": keys("P", np.arange(1, size + 1)),
            "person": keys("FK", spells.person[spell], 6),
            "kind": codes(_TABLE, "kind", kind),
            "made": days(made),
            "updated": days(_last(made, every, over)),
            "used": days(np.where(never, NONE, _last(made, used_every, over))),
            "approved": days(np.where(cv & ~never, _last(made, every, over), NONE)),
        },
        made,
        {
            "updated": Since(
                _last(made, every, over), before=lambda until: _last(made, every, np.minimum(over, until))
            ),
            "used": Since(
                _last(made, used_every, over),
                before=lambda until: np.where(never, NONE, _last(made, used_every, np.minimum(over, until))),
            ),
            "approved": Since(
                _last(made, every, over),
                before=lambda until: np.where(cv & ~never, _last(made, every, np.minimum(over, until)), NONE),
            ),
        },
    )


def _kind(word: str) -> int:
    return code(_TABLE, "kind", word)


def _early(state: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.isin(state, (int(State.RESSOURCE), int(State.JOBAFKLARING)))


def _last(made: Ints, every: Ints, until: Ints) -> Ints:
    """The last of the days that come again and again, not after the day given; the day it was made where none is."""
    return np.asarray(made + np.maximum(until - made, 0) // every * every, np.int64)
