"""Invented municipalities that differ, each through the same door as a real one, for the proof."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pejl.home.folders import Home
from pejl.intake.key import Key
from pejl.register.loading import load
from pejl.register.register import Register
from pejl.register.simulation import deliveries
from pejl.register.simulation.municipality import municipality
from pejl.register.simulation.place import Place
from pejl.screening.caseload.at_landmarks import at_landmarks
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.spells import Floats
from pejl.screening.training.proof import joined
from pejl.screening.training.truth import FILE, true_chances

FIRST, LAST = dt.date(2023, 1, 1), dt.date(2026, 10, 31)
NUMBERS = range(990, 999)
"""Official numbers that no municipality has."""
PACES = (1.0, 0.9, 1.1, 0.95, 1.05, 0.85, 1.15, 1.0, 0.9)
"""How much faster than in Fjordby people get well in each."""
SEASON, CYCLE = 0.5, 1.0
MOST = len(NUMBERS)


@dataclass(frozen=True)
class Invented:
    """The rows of all of them, the true chances of each row, and the day that is known."""

    rows: LandmarkRows
    truth: Floats
    known: dt.date


def invented(
    persons: int, municipalities: int, seed: int, folder: Path, told: Callable[[int, int, str], None]
) -> Invented:
    """So many municipalities of so many inhabitants, delivered and loaded in folders under this one."""
    rows, truths = [], []
    for place in range(municipalities):
        where = Place(NUMBERS[-1 - place], PACES[place], SEASON, CYCLE)
        home = _loaded(persons, seed + place, where, folder / str(where.number))
        found = at_landmarks(Register(home).newest())
        truth = true_chances(found, home.simulation / FILE)
        rows.append(found)
        truths.append(np.full((len(found), 0), np.nan) if truth is None else truth)
        told(place + 1, municipalities, f"municipality {where.number}: {len(found)} rows")
    return Invented(joined(rows), np.concatenate(truths), LAST)


def _loaded(persons: int, seed: int, place: Place, folder: Path) -> Home:
    made = municipality(persons, seed, FIRST, LAST, place)
    home, key = Home(folder / "home"), Key(place.number.to_bytes(32, "big"))
    for written in deliveries.write(made, folder / "deliveries", deliveries.known_days(LAST, 1), seed):
        load(written.folder, home, key)
    deliveries.keep_beside(made, folder / "deliveries", home.simulation, LAST, key)
    return home
