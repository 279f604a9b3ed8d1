"""Ways of holding out: what a model is fitted to, and what it is measured on. No person is ever in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from pejl.screening.caseload.days import day_number
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.spells import NOT_ENDED, Bools, Ends, Ints, Spells

PARTS = 4
GROUPS = 5
YEAR = 365


@dataclass(frozen=True)
class Split:
    """The spells to fit to, and the rows (by place) to measure on."""

    fitted: Spells
    measured: Ints


def by_folds(rows: LandmarkRows, seed: int, parts: int = PARTS) -> Iterator[Split]:
    """Persons drawn into parts, each of which is held out once."""
    persons = np.unique(rows.persons.astype(str), return_inverse=True)[1]
    drawn = np.random.default_rng(seed).permutation(int(persons.max(initial=-1)) + 1) % parts
    for part in range(parts):
        yield _apart(rows, drawn[persons] == part)


def by_municipality(rows: LandmarkRows) -> Iterator[Split]:
    """Each municipality held out once, in at most `GROUPS` groups of them; none where there is only one."""
    places = rows.places
    known = sorted({place for place in places if place})
    if len(known) > 1:
        for group in range(min(len(known), GROUPS)):
            held_out = set(known[group::GROUPS])
            yield _apart(rows, np.array([place in held_out for place in places], np.bool_))


def by_time(rows: LandmarkRows, known: dt.date) -> Split | None:
    """The last year held out. The model is fitted to what could be known a year ago: spells that ran then are seen as
    running, whatever became of them. None where there is nothing before or after."""
    cut = day_number(known) - YEAR
    after = rows.days >= cut
    persons = set(rows.persons[after])
    before = ~after & ~np.array([person in persons for person in rows.persons], np.bool_)
    if not after.any() or not before.any():
        return None
    earlier = rows.only(before)
    return Split(replace(earlier.spells, ends=as_seen_on(earlier, cut)), np.flatnonzero(after))


def as_seen_on(rows: LandmarkRows, day: int) -> Ends:
    """How the rows went on as far as could be seen on the day, which lies after all their landmarks."""
    ends = rows.spells.ends
    seen = (day - rows.days) / 7.0 + ends.entry
    later = ends.time > seen
    return Ends(ends.entry, np.where(later, seen, ends.time), np.where(later, NOT_ENDED, ends.exit).astype(np.int64))


def _apart(rows: LandmarkRows, held_out: Bools) -> Split:
    persons = set(rows.persons[held_out])
    shared = np.array([person in persons for person in rows.persons], np.bool_)
    return Split(rows.spells.only(~held_out & ~shared), np.flatnonzero(held_out))
