"""How long scoring takes and how much of a caseload can be scored at all: counts, and never a chance of anybody."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from pejl.register.small_counts import Count, rounded
from pejl.screening.advice.abstention import abstained
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.scored import chances_at, horizons_of
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import LANDMARKS
from pejl.screening.model.hazard_model import HazardModel


@dataclass(frozen=True)
class AtLandmark:
    """How many sick leaves have passed a landmark as their latest, of how many the citizen has answered, and how many
    get no score but the ordinary assessment."""

    landmark: str
    danish: str
    running: Count
    answered: Count
    without_score: Count


@dataclass(frozen=True)
class Scored:
    """A caseload as counts, by landmark, and the seconds that all scores and intervals took."""

    running: Count
    landmarks: tuple[AtLandmark, ...]
    seconds: float


def _silent(told: tuple[float, float, float, float, float], policy: Policy) -> bool:
    chance, low, high, unusual, missing = told
    return bool(abstained(chance, low, high, unusual, missing, policy))


def scored(rows: LandmarkRows, model: HazardModel, policy: Policy) -> Scored:
    """Score everybody, and tell how many; what was said of whom is let go of again.

    No group under five is told, and the others to the nearest ten: the parts stand beside the whole, one day beside
    another.
    """
    begun = time.perf_counter()
    told = chances_at(model, rows.spells.columns, rows.spells.ends.entry, horizons_of(rows, policy))
    seconds = time.perf_counter() - begun
    columns = zip(told.chance, told.low, told.high, told.unusual, told.missing, strict=True)
    silent = np.array([_silent(each, policy) for each in columns], np.bool_)
    found = []
    for landmark in LANDMARKS:
        here = rows.landmarks == landmark.word
        if here.any():
            counts = (rounded(int(each.sum())) for each in (here, here & rows.answered, here & silent))
            found.append(AtLandmark(landmark.word, landmark.danish, *counts))
    return Scored(rounded(len(rows)), tuple(found), seconds)
