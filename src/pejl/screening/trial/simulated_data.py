"""Trials of invented persons, drawn as real ones are, whose true effect is known because it is given.

Each stratum of site, team and band has its own pace, which slows down as the weeks go, and the tried arm multiplies the
pace of returning by the true ratio. A few leave for something else, which is in the way of returning, and a few go out
of sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pejl.screening.landmarks import EXITS, Exit
from pejl.screening.spells import NOT_ENDED, Floats, Ints
from pejl.screening.trial.drawing import Stratum, arms_in_order
from pejl.screening.trial.outcomes import Event, Outcomes
from pejl.screening.trial.protocol import Protocol

TEAMS = ("nord", "syd")
_WEEKS = np.array([0, 2, 4, 8, 13, 22, 26, 39, 52, 104, 208], dtype=np.float64)
_PACE = np.array([0.055, 0.06, 0.065, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02])
"""The chance of returning in a week, by weeks since the draw, in the middle band."""
_BY_BAND = 0.62
"""How much slower each higher band is."""
_OTHER, _ORDNING, _OUT_OF_SIGHT = 0.004, 0.0015, 0.0004
"""The chance in a week of another benefit, of a pension or scheme, and of moving away."""
_TILBAGE, _ANDEN = EXITS.index(Exit.TILBAGE), EXITS.index(Exit.ANDEN_YDELSE)
_TIL_ORDNING = EXITS.index(Exit.ORDNING)
_DAY = 1 / 7


@dataclass(frozen=True)
class Truth:
    """What is true in the simulated world: the ratio of returning, and that of leaving for another benefit."""

    ratio: float
    harm: float = 1.0


def simulated(protocol: Protocol, truth: Truth, random: np.random.Generator) -> Outcomes:
    """One trial, all of it, followed to the end."""
    persons = protocol.primary.persons
    enrolling = (protocol.enrols_until - protocol.starts).days / 7
    entered = np.sort(random.uniform(0, enrolling, persons))
    site = random.integers(0, len(protocol.sites), persons)
    team = random.integers(0, len(TEAMS), persons)
    band = random.integers(0, len(protocol.draw.bands) + 1, persons)
    stratum = (site * len(TEAMS) + team) * (len(protocol.draw.bands) + 1) + band
    arm = _drawn(protocol, random.bytes(32), site, team, band, stratum)
    pace = np.exp(random.normal(0, 0.25, stratum.max() + 1))[stratum] * _BY_BAND ** (band - 1.0)
    time, exit_ = _courses(truth, pace, arm, random)
    left = (protocol.ends - protocol.starts).days / 7 - entered
    words = np.array([each.word for each in protocol.sites], dtype=np.str_)
    whole = Outcomes(
        arm, words[site], band, stratum, time, exit_, entered, {Exit.ANDEN_YDELSE.value: _harm(time, exit_)}
    )
    return whole.known_at(float((left + entered).max()))


def _drawn(protocol: Protocol, seed: bytes, site: Ints, team: Ints, band: Ints, stratum: Ints) -> Ints:
    """The arms, drawn in the order in which persons came, as `services.enrol` draws them."""
    arms = (protocol.arms[0].word, protocol.arms[1].word)
    lists: dict[int, Iterator[str]] = {}
    found = []
    rows = zip(stratum.tolist(), site.tolist(), team.tolist(), band.tolist(), strict=True)
    for number, at_site, in_team, in_band in rows:
        if number not in lists:
            named = Stratum(protocol.sites[at_site].word, TEAMS[in_team], in_band)
            lists[number] = arms_in_order(seed, protocol.name, named, arms, protocol.draw.blocks)
        found.append(next(lists[number]) == protocol.tried.word)
    return np.array(found, dtype=np.int64)


def _courses(truth: Truth, pace: Floats, arm: Ints, random: np.random.Generator) -> tuple[Floats, Ints]:
    """When each ended, to the day, and how: whichever came first."""
    size = len(pace)
    gathered = np.append(0.0, np.cumsum(_PACE * np.diff(_WEEKS)))
    ratio, harm = np.where(arm == 1, truth.ratio, 1.0), np.where(arm == 1, truth.harm, 1.0)
    times = np.stack(
        [
            np.interp(random.exponential(size=size) / (pace * ratio), gathered, _WEEKS),
            random.exponential(size=size) / (_OTHER * harm),
            random.exponential(1 / _ORDNING, size),
            random.exponential(1 / _OUT_OF_SIGHT, size),
        ]
    )
    first = times.argmin(axis=0)
    exits = np.array([_TILBAGE, _ANDEN, _TIL_ORDNING, NOT_ENDED])
    days = np.ceil(times.min(axis=0) / _DAY) * _DAY
    return days, exits[first]


def _harm(time: Floats, exit_: Ints) -> Event:
    return Event(time, exit_ == _ANDEN)
