"""How spells are divided into training and test: by folds or by sites; rows of one spell or person stay together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.wish import Unusable
from pejl.screening.spells import Ints, Spells, Words

if TYPE_CHECKING:
    import numpy as np
    from sklearn import model_selection
else:
    np = when_used.module("numpy")
    model_selection = when_used.module("sklearn.model_selection")

MOST_SITES = 20
"""More sites than this are tested on in groups."""
FEWEST_IN_A_SITE = 50
FEWEST_ENDS_IN_A_SITE = 10
SMALL_SITES = "(small sites)"


@dataclass(frozen=True)
class Fold:
    """What one model is fitted to, and what it is tested on."""

    name: str
    train: Ints
    test: Ints


def folds_of(spells: Spells, folds: int, main: float, seed: int) -> list[Fold]:
    """Folds that are alike in how many spells run past the main horizon and how many ended. Raises `Unusable`."""
    ended = int(spells.ends.ended.sum())
    persons = len(np.unique(spells.same))
    if folds > min(ended, persons):
        raise Unusable(f"{folds} folds need at least as many ends and persons; there are {ended} and {persons}.")
    strata = _strata(spells, folds, main)
    settings = {"n_splits": folds, "shuffle": True, "random_state": seed}
    if persons < len(spells):
        divided = model_selection.StratifiedGroupKFold(**settings).split(strata, strata, spells.same)
    else:
        divided = model_selection.StratifiedKFold(**settings).split(strata, strata)
    return [Fold(str(number), train, test) for number, (train, test) in enumerate(divided, 1)]


def sites_of(spells: Spells, sites: Words, folds: int, seed: int) -> list[Fold]:
    """Each site is tested on once by a model that has seen none of it. Raises `Unusable`."""
    named = _named_sites(spells, sites)
    names = sorted(set(named.tolist()))
    if len(names) < 2:
        raise Unusable("To hold sites out there must be two of them with enough spells; there is one.")
    if len(names) > MOST_SITES:
        part = np.random.default_rng(seed).permutation(len(names)) % max(2, folds)
        group = {name: f"sites {number + 1}" for name, number in zip(names, part.tolist(), strict=True)}
        named = np.array([group[name] for name in named.tolist()], dtype=object)
        names = sorted(set(group.values()))
    return [_held_out(spells, named, name) for name in names]


def _strata(spells: Spells, folds: int, main: float) -> Ints:
    """Past the main horizon or not, and ended or not; less where there are too few of a kind."""
    late, ended = spells.ends.time > main, spells.ends.ended
    for strata in (2 * late + ended, late.astype(int), ended.astype(int)):
        if np.unique(strata, return_counts=True)[1].min() >= folds:
            return np.asarray(strata)
    return np.zeros(len(spells), dtype=np.int64)


def _named_sites(spells: Spells, sites: Words) -> Words:
    """The site of each spell; those too small to be tested on alone are taken together."""
    words = np.array(["(unknown)" if site is None else site for site in sites.tolist()], dtype=object)
    names, place = np.unique(words, return_inverse=True)
    ended = np.bincount(place, weights=spells.ends.ended)
    small = (np.bincount(place) < FEWEST_IN_A_SITE) | (ended < FEWEST_ENDS_IN_A_SITE)
    return np.asarray(np.where(small[place], SMALL_SITES, names[place]), dtype=object)


def _held_out(spells: Spells, named: Words, name: str) -> Fold:
    here = np.asarray(named == name)
    others = ~here & ~np.isin(spells.same, spells.same[here])
    return Fold(name, np.flatnonzero(others), np.flatnonzero(here))
