"""Many simulated trials through the same drawing and the same comparison as a real one: how often they are wrong when
nothing differs, and how often they see what is there."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pydantic import BaseModel, ConfigDict
from scipy.stats import binom

from pejl.register.intervals import wilson
from pejl.screening.spells import Floats
from pejl.screening.trial.compares import Compares
from pejl.screening.trial.comparing import Comparison, compare
from pejl.screening.trial.outcomes import Outcomes
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.simulated_data import Truth, simulated
from pejl.screening.trial.statistics.bounds import bounds, crossing
from pejl.screening.trial.statistics.risk_table import log_rank, risk_table

_SURE = 0.99


class Simulated(BaseModel):
    """What came of the trials. `answered` is the share that crossed its bound; `expected` what it should be: the error
    that was chosen where nothing differs, the power of the formula where something does.

    `least` and `most` are the shares within which chance alone puts 99 of 100 such simulations, if `expected` is true;
    `low` and `high` the interval of the share that was found. `covered` is how often the 95 percent interval of the
    hazard ratio, told at the end or the stop, held the truth; looking early makes it a little smaller.
    `harm_stopped` is the share in which harm was found; it should be `harm_expected` where the true `harm_ratio` is 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    trials: int
    seed: int
    ratio: float
    compares: Compares
    ends: int
    persons: int
    looks: tuple[float, ...]
    bounds: tuple[float, ...]
    answered: float
    low: float
    high: float
    expected: float
    least: float
    most: float
    as_expected: bool
    stopped_early: float
    mean_ends: float
    mean_ratio: float
    covered: float
    harm_ratio: float
    harm_stopped: float
    harm_expected: float
    largest_imbalance: int
    seconds: float


@dataclass(frozen=True)
class _One:
    """One trial's end: whether it was answered, at which look, and what was told then."""

    answered: bool
    look: int
    found: Comparison
    harmed: bool
    imbalance: int


def simulate(
    protocol: Protocol,
    ratio: float,
    *,
    trials: int,
    seed: int,
    harm: float = 1.0,
    looks: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Simulated:
    """Run so many trials of a protocol in a world where the true ratio is given. Without `looks`, only the end is
    looked at."""
    began = time.perf_counter()
    at = protocol.looks.at if looks else (1.0,)
    effect = bounds(at, protocol.primary.alpha / 2, protocol.looks.bound)
    harmful = bounds(at, protocol.harm_alpha, protocol.looks.bound)
    found = []
    for number, random in enumerate(np.random.default_rng(seed).spawn(trials)):
        whole = simulated(protocol, Truth(ratio, harm), random)
        found.append(_one(whole, protocol, at, effect, harmful))
        if progress and number % 20 == 0:
            progress(number, trials)
    return _summed(found, protocol, ratio, harm, seed, at, effect, time.perf_counter() - began)


def _one(
    whole: Outcomes, protocol: Protocol, at: tuple[float, ...], effect: tuple[float, ...], harmful: tuple[float, ...]
) -> _One:
    """Look at one trial as often as was promised, until it is answered. Harm is looked at too, and stops nothing here:
    its own error is told beside."""
    seen = _weeks_of_ends(whole, protocol)
    harmed, number, found = False, 0, None
    for number, (share, bound, harm_bound) in enumerate(zip(at, effect, harmful, strict=True), start=1):
        wanted = min(int(np.ceil(share * protocol.primary.ends)), len(seen))
        known = whole if wanted == len(seen) else whole.known_at(float(seen[wanted - 1]) + 1e-9)
        found = compare(known, protocol.primary)
        harmed = harmed or _harmed(known, harm_bound)
        if _crosses(found, protocol, bound):
            return _One(True, number, found, harmed, _imbalance(known))
    assert found is not None  # noqa: S101 - a protocol has a look at its end
    return _One(False, number, found, harmed, _imbalance(whole))


def _weeks_of_ends(whole: Outcomes, protocol: Protocol) -> Floats:
    """The weeks of the trial at which ends that count were seen, in their order."""
    followed = whole.within(protocol.primary.weeks)
    counts = followed.ended_by(protocol.primary.places)
    return np.sort((followed.entered + followed.time)[counts])


def _crosses(found: Comparison, protocol: Protocol, bound: float) -> bool:
    if found.z is None:
        return False
    both_sides = protocol.primary.compares is Compares.BEDRE
    return (abs(found.z) if both_sides else found.z) >= bound


def _harmed(known: Outcomes, bound: float) -> bool:
    return any(
        test is not None and test.z >= bound
        for event in known.harms.values()
        for test in [log_rank(risk_table(event.time, event.seen, known.arm, known.stratum))]
    )


def _imbalance(known: Outcomes) -> int:
    """The largest difference between the arms within a stratum: half a block at the most."""
    signs = np.where(known.arm == 1, 1, -1)
    return int(np.abs(np.bincount(known.stratum, weights=signs)).max(initial=0))


def _expected(protocol: Protocol, ratio: float, at: tuple[float, ...], effect: tuple[float, ...]) -> float:
    """The error that was chosen, where the truth is the null hypothesis; elsewhere the power, looks counted in."""
    primary = protocol.primary
    null = primary.ratio if primary.compares is Compares.IKKE_RINGERE else 1.0
    if ratio == null:
        return primary.alpha if primary.compares is Compares.BEDRE else primary.alpha / 2
    drift = (math.log(ratio) - math.log(null)) * math.sqrt(primary.ends) / 2
    return crossing(at, effect, abs(drift) if primary.compares is Compares.BEDRE else drift)


def _summed(
    found: list[_One],
    protocol: Protocol,
    ratio: float,
    harm: float,
    seed: int,
    at: tuple[float, ...],
    effect: tuple[float, ...],
    seconds: float,
) -> Simulated:
    trials, answered = len(found), sum(one.answered for one in found)
    share, expected = answered / trials, _expected(protocol, ratio, at, effect)
    interval = wilson(answered, trials)
    least, most = (float(each) / trials for each in binom.interval(_SURE, trials, expected))
    ratios = [one.found.ratio for one in found if one.found.ratio]
    spans = [each.interval() for each in ratios]
    return Simulated(
        trials=trials,
        seed=seed,
        ratio=ratio,
        compares=protocol.primary.compares,
        ends=protocol.primary.ends,
        persons=protocol.primary.persons,
        looks=at,
        bounds=effect,
        answered=share,
        low=interval.least if interval else 0.0,
        high=interval.most if interval else 1.0,
        expected=expected,
        least=least,
        most=most,
        as_expected=least <= share <= most,
        stopped_early=sum(one.answered and one.look < len(at) for one in found) / trials,
        mean_ends=float(np.mean([one.found.ends for one in found])),
        mean_ratio=float(np.exp(np.mean([each.log for each in ratios]))),
        covered=float(np.mean([low <= ratio <= high for low, high in spans])),
        harm_ratio=harm,
        harm_stopped=sum(one.harmed for one in found) / trials,
        harm_expected=protocol.harm_alpha,
        largest_imbalance=max(one.imbalance for one in found),
        seconds=seconds,
    )
