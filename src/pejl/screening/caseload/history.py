"""What lies before a sick leave: weeks on other benefits."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.days import SPAN
from pejl.screening.caseload.leaves import NONE, Leaves, days_in, words_in
from pejl.screening.caseload.window import holds_all_from
from pejl.screening.spells import Floats, Ints

YEAR = 365
WITHOUT_WORK = (
    "dagpenge",
    "kontanthjaelp",
    "uddannelseshjaelp",
    "shydelse",
    "jobafklaring",
    "ressourceforloeb",
    "revalidering",
    "ledighedsydelse",
)
"""Benefits of those who have no work or cannot do it. Sick leaves are counted by themselves; which one it was is not
known to a model."""


def weeks_on_benefits(snapshot: Snapshot, persons: Collection[str] | None = None) -> Callable[[Leaves], Floats]:
    """Weeks on these in the year up to the day before the first day of absence; asked of some persons only, where they
    are named.

    NaN where the register does not hold all of that year, or was never given benefit spells.
    """
    if not snapshot.holds("benefit_spells"):
        return lambda leaves: np.full(len(leaves), np.nan)
    spells = snapshot.table("benefit_spells")
    ends = days_in(spells.filter(spells.end.notnull()).select("end").to_pyarrow()["end"])
    begins = holds_all_from(ends)
    rows = spells.filter(spells.benefit.isin(WITHOUT_WORK)).select("person", "start", "end")
    asked = rows if persons is None else rows.filter(rows.person.isin(sorted(persons)))
    held = asked.order_by("person", "start").to_pyarrow()
    who = words_in(held["person"])
    place = {person: number for number, person in enumerate(dict.fromkeys(who))}
    of = np.array([place[person] for person in who], np.int64)
    start, end = days_in(held["start"]), days_in(held["end"])

    def weeks(leaves: Leaves) -> Floats:
        who = np.array([place.get(person, -1) for person in leaves.words["person"]], np.int64)
        days = _until(of, start, end, who, leaves.first) - _until(of, start, end, who, leaves.first - YEAR)
        known = leaves.first - YEAR >= begins
        return np.where(known, np.clip(days, 0, YEAR) / 7.0, np.nan)

    return weeks


def _until(of: Ints, start: Ints, end: Ints, who: Ints, day: Ints) -> Ints:
    """Days on a benefit of each person before the day, counted from somewhere: only differences mean anything.

    Spells stand in the order of person and start, and those of a person are taken not to overlap.
    """
    if not len(of):
        return np.zeros(len(day), np.int64)
    long = np.where(end == NONE, 0, end - start + 1)
    total = np.concatenate([[0], np.cumsum(long)])
    began = np.searchsorted(of * SPAN + start, who * SPAN + day, side="left")
    newest = np.maximum(began - 1, 0)
    mine = (began > 0) & (of[newest] == who)
    running = np.where(end[newest] == NONE, day - start[newest], np.minimum(end[newest] + 1, day) - start[newest])
    return np.where(mine, total[newest] + running, total[began])
