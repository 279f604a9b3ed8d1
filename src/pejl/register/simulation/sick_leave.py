"""Sick leaves from the first day of absence, with what citizen, employer and physician expect: three views of the
truth, each with its own noise; and the truth itself, for a file that is no part of the register."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from pejl.register.simulation import offices
from pejl.register.simulation.careers import Careers
from pejl.register.simulation.cells import Cells, Rows, Since, codes, counts, days, flags, keys, named, tenths
from pejl.register.simulation.days import NONE
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.sick_risk import CAUSE_WORDS, SECTORS, SELF_EMPLOYED, true_chances
from pejl.register.simulation.spells import Spells

_TABLE = "sick_leave_spells"
_WELL = np.array((1.6, 2.4, 3.5, 5.0, 8.0, 12.0, 18.0, 30.0))
"""Weeks until work that somebody who knew the severity would expect; everybody sees it through noise."""


def sick_places(spells: Spells) -> Ints:
    """The spells that are sick leaves."""
    return np.flatnonzero(spells.onset >= 0)


def rows(spells: Spells, careers: Careers, seed: int) -> Rows:
    """The table."""
    draws = Draws(seed, "sick leave")
    places = sick_places(spells)
    found = careers.onsets.only(spells.onset[places])
    size = len(places)
    first_day, end = spells.case[places], spells.end[places]
    working = found.sector >= 0
    employer = working & (found.sector != SELF_EMPLOYED)
    notified = np.maximum(spells.start[places] - draws.between(-6, 9, size), first_day)
    told = np.where(end == NONE, 2**31, np.maximum(end + draws.between(0, 9, size), notified))
    ended = Since(told)
    weekly = np.where(draws.chance(0.72, size), 370, draws.between(12, 36, size) * 10)
    partial = employer & draws.chance(0.22, size)
    return Rows(
        _TABLE,
        {
            "id": keys("G", np.arange(1, size + 1)),
            "person": keys("FK", spells.person[places], 6),
            "first_day": days(first_day),
            "notified": days(notified),
            "last_day": days(end),
            "exit_reason": codes(_TABLE, "exit_reason", spells.exit[places]),
            "employer": flags(employer),
            "sector": named(np.where(working, found.sector, NONE), SECTORS),
            "hours": tenths(np.where(working, weekly, NONE)),
            "partial_hours": tenths(np.where(partial, weekly * draws.between(2, 6, size) // 10, NONE)),
            "cause_group": named(found.cause, CAUSE_WORDS),
            "expected_by_citizen": _expected(draws, found.severity, found.cause, 0.75, 0.30),
            "expected_by_employer": _expected(draws, np.where(employer, found.severity, -1), found.cause, 1.9, 0.35),
            "expected_by_physician": _expected(draws, found.severity, found.cause, 1.3, 0.55),
            "earlier_spells": counts(_earlier(careers, spells, places)),
            "weeks_paid_9_months": tenths(_weeks_paid(careers, spells, places)),
            "unit": named(offices.units(spells.office[places]), offices.UNITS),
            "team": named(spells.office[places], offices.TEAMS),
            "caseworker": keys("SB", spells.caseworker[places], 3),
        },
        np.maximum(notified, spells.start[places]),
        {"last_day": ended, "exit_reason": ended},
    )


def truth(spells: Spells, careers: Careers) -> pa.Table:
    """The true chances of each sick leave, by its number at the source. Never delivered; screening is judged by it."""
    places = sick_places(spells)
    found = careers.onsets.only(spells.onset[places])
    chances = true_chances(found, spells.start[places])
    columns: dict[str, pa.Array] = {
        "id": keys("G", np.arange(1, len(places) + 1)).written(np.arange(1, len(places) + 1)),
        "severity": pa.array(found.severity),
        "pace": pa.array(found.pace),
    }
    return pa.table({**columns, **{name: pa.array(values) for name, values in chances.items()}})


def _expected(draws: Draws, severity: Ints, cause: Ints, noise: float, missing: float) -> Cells:
    """Weeks that somebody expects: the severity seen through noise, and rounded as people round."""
    size = len(severity)
    slow = np.isin(cause, [CAUSE_WORDS.index(word) for word in ("psykisk_svaer", "kraeft", "neurologisk")])
    seen = severity + slow.astype(np.float64) + draws.bell(size) * noise
    step = np.clip(seen, 0.0, 6.999)
    low = step.astype(np.int64)
    weeks = _WELL[low] + (_WELL[low + 1] - _WELL[low]) * (step - low) + 3.0
    rounded = np.where(
        weeks < 8, np.floor(weeks), np.where(weeks < 16, np.floor(weeks / 2) * 2, np.floor(weeks / 4) * 4)
    )
    unknown = draws.chance(missing, size) | (severity < 0)
    return counts(np.where(unknown, NONE, rounded.astype(np.int64)))


def _earlier(careers: Careers, spells: Spells, places: Ints) -> Ints:
    """Sick leaves of the same person that ended within two years before."""
    return _before(careers, spells, places, 730)[0]


def _weeks_paid(careers: Careers, spells: Spells, places: Ints) -> Ints:
    """Tenths of weeks paid within nine months before the spell."""
    return np.minimum(_before(careers, spells, places, 274)[1] * 10 // 7, 390)


def _before(careers: Careers, spells: Spells, places: Ints, within: int) -> tuple[Ints, Ints]:
    """How many sick leaves ended within so many days before each, and how many days of them were paid then."""
    sick = np.flatnonzero((careers.onset >= 0) & (careers.end != NONE))
    order = sick[np.lexsort((careers.end[sick], careers.person[sick]))]
    mark = careers.person[order] * 2**20 + careers.end[order]
    start, person = spells.start[places], spells.person[places]
    low = np.searchsorted(mark, person * 2**20 + start - within, side="left")
    high = np.searchsorted(mark, person * 2**20 + start, side="left")
    length = careers.end[order] - careers.start[order] + 1
    total = np.concatenate([[0], np.cumsum(length)])
    return (high - low).astype(np.int64), np.minimum(total[high] - total[low], within).astype(np.int64)
