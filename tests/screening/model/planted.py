"""Spells whose hazards are known, because they were drawn from them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import NOT_ENDED, Columns, Ends, Floats, Spells, Words

CUTS = (0.0, 2.0, 4.0, 8.0, 13.0, 26.0)
EXITS = ("tilbage", "andet")
BASE = np.array([[-1.2, -1.0, -0.9, -1.1, -0.8], [-3.0, -2.6, -2.4, -2.2, -2.0]])
"""The log-odds of exits by bands where all features say nothing."""
ALDER = (-0.5, 0.3)
"""What a spread of age adds to each exit."""
SVAER = (-0.8, 0.6)
"""What the word "svaer" adds to each exit."""
RECIPE = Recipe(bands=CUTS, exits=EXITS, numbers=("alder",), words=("grad",), shrunk="kommune")


@dataclass(frozen=True)
class Drawn:
    """Spells, and the truth about them."""

    spells: Spells
    log_odds: Floats

    def still(self, entry: float, time: float) -> Floats:
        """The true chance of still running."""
        summed = np.log1p(np.exp(self.log_odds).sum(axis=0))
        cuts = np.asarray(CUTS)
        shares = np.clip(np.minimum(time, cuts[1:]) - np.maximum(entry, cuts[:-1]), 0, None) / np.diff(cuts)
        return np.asarray(np.exp(-(summed * shares).sum(axis=1)))


def drawn(count: int, seed: int, *, entries: bool = False, seen_until: tuple[float, float] = (5.0, 40.0)) -> Drawn:
    """Spells with an age, a degree and a municipality, seen until a time of their own."""
    rng = np.random.default_rng(seed)
    columns: Columns = {
        "alder": rng.normal(45.0, 10.0, count),
        "grad": words(rng.choice(["let", "svaer"], count)),
        "kommune": words(rng.choice(["Fjordby", "Askø", "Birkeby"], count)),
    }
    log_odds = true_log_odds(columns)
    entry = np.where(rng.random(count) < 0.5, 3.0, 0.0) if entries else np.zeros(count)
    time, exit_ = _ended(log_odds, entry, rng)
    until = entry + rng.uniform(*seen_until, count)
    ended = (time <= until) & (time <= CUTS[-1])
    ends = Ends(entry, np.where(ended, time, np.minimum(until, CUTS[-1])), np.where(ended, exit_, NOT_ENDED))
    return Drawn(Spells(columns, ends, np.arange(count)), log_odds)


def words(values: np.ndarray) -> Words:  # type: ignore[type-arg]
    """Texts as a column."""
    return np.array(values.tolist(), dtype=object)


def true_log_odds(columns: Columns) -> Floats:
    """The true log-odds: exits by spells by bands."""
    alder = (np.asarray(columns["alder"], dtype=float) - 45.0) / 10.0
    svaer = np.array([value == "svaer" for value in columns["grad"]], dtype=float)
    told = [alder * ALDER[exit_] + svaer * SVAER[exit_] for exit_ in range(2)]
    return np.stack([BASE[exit_][None, :] + told[exit_][:, None] for exit_ in range(2)])


def _ended(log_odds: Floats, entry: Floats, rng: np.random.Generator) -> tuple[Floats, np.ndarray]:  # type: ignore[type-arg]
    """When and how each would end, if it were seen long enough; past the last cut point where it does not end."""
    odds = np.exp(log_odds)
    summed, split = np.log1p(odds.sum(axis=0)), odds / odds.sum(axis=0)
    left, time, exit_ = rng.exponential(size=len(entry)), np.full(len(entry), np.inf), np.zeros(len(entry), dtype=int)
    for band, (least, most) in enumerate(pairwise(CUTS)):
        begin = np.maximum(entry, least)
        rate = summed[:, band] / (most - least)
        gone = rate * np.clip(most - begin, 0, None)
        here = np.isinf(time) & (left < gone)
        time[here] = begin[here] + left[here] / rate[here]
        exit_[here] = (rng.random(here.sum()) > split[0, here, band]).astype(int)
        left = left - gone
    return time, exit_
