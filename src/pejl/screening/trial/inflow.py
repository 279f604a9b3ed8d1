"""How many sick leaves with an employer a register's year brings, and which share of them ends: what a trial's time
and persons are reckoned from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl.screening.landmarks import EXIT_OF, EXITS, intake_of
from pejl.screening.spells import NOT_ENDED
from pejl.screening.trial.statistics.curves import curve

if TYPE_CHECKING:
    from pejl.register.snapshot import Snapshot

_YEAR, _WEEK = 365, 7.0


@dataclass(frozen=True)
class Inflow:
    """Sick leaves with an employer that the municipality took over within a year, and the share of those that ends in
    one of the asked ways within so many weeks after it."""

    year_to: dt.date
    persons_a_year: int
    seen_to_end: float


def inflow(snapshot: Snapshot, exits: tuple[str, ...], weeks: float) -> Inflow:
    """The last whole year that the snapshot knows. The share is of those who came in the two years before, so that
    most have been followed; others being in the way and the unfinished are counted as they should be."""
    spells = snapshot.table("sick_leave_spells")
    own = spells.filter(spells.employer).select("first_day", "notified", "last_day", "exit_reason")
    starts, times, ways = [], [], []
    for row in own.to_pyarrow().to_pylist():
        intake = intake_of(row["first_day"], row["notified"])
        last = row["last_day"] or snapshot.known
        if last < intake or intake > snapshot.known:
            continue
        ended = row["last_day"] is not None and row["exit_reason"] in EXIT_OF
        starts.append(intake.toordinal())
        times.append(((last - intake).days + 1) / _WEEK)
        ways.append(EXITS.index(EXIT_OF[row["exit_reason"]]) if ended else NOT_ENDED)
    begun, known = np.array(starts), snapshot.known.toordinal()
    recent = begun > known - _YEAR
    followed = (begun > known - 3 * _YEAR) & ~recent if (~recent).any() else np.ones(len(begun), dtype=bool)
    whole = curve(np.array(times)[followed], np.array(ways, dtype=np.int64)[followed], len(EXITS))
    share = sum(whole.left_by(EXITS.index(each), weeks).value for each in exits)
    return Inflow(snapshot.known, int(recent.sum()), float(share))
