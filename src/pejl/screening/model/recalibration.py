"""A layer over the model, fitted to spells that have matured since: how its log-odds have to be moved and stretched.

For each exit and band the baseline is moved by `shift` and what the features say is multiplied by `slope`. Until it is
fitted it changes nothing. Steps from band to band are held back, so that few spells move all bands alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.model.exposure import Exposure
from pejl.screening.model.likelihood import Layout, pieces_at
from pejl.screening.spells import Floats

_STEPS, _LEVEL = 5.0, 1.0
"""How hard steps between bands, and the distance from changing nothing, are held back."""
_TURNS, _ENOUGH = 50, 1e-8


@dataclass(frozen=True)
class Recalibration:
    """`shift` and `slope` are exits by bands; `spells` is how many it was fitted to, 0 where it changes nothing."""

    shift: Floats
    slope: Floats
    spells: int


def untouched(layout: Layout) -> Recalibration:
    """The layer that changes nothing."""
    shape = (layout.exits, layout.bands)
    return Recalibration(np.zeros(shape), np.ones(shape), 0)


def fitted(base: Floats, said: Floats, seen: Exposure, spells: int) -> Recalibration:
    """The layer that spells speak for, given the model's baseline (exits by bands) and what its features say of the
    spells (exits by spells by bands)."""
    exits, bands = base.shape
    held = _held(bands)
    moved = np.zeros((exits, 2 * bands))
    for _ in range(_TURNS):
        steps = np.zeros_like(moved)
        pieces = pieces_at(_moved(base, said, moved))
        slopes = pieces.slopes(seen)
        for exit_ in range(exits):
            slope = np.concatenate([slopes[exit_].sum(axis=0), (slopes[exit_] * said[exit_]).sum(axis=0)])
            weights = pieces.weights(seen, exit_, exit_)
            steps[exit_] = np.linalg.solve(_information(weights, said[exit_]) + held, slope - held @ moved[exit_])
        moved += steps
        if np.max(np.abs(steps)) < _ENOUGH:
            break
    return Recalibration(moved[:, :bands], 1.0 + moved[:, bands:], spells)


def _moved(base: Floats, said: Floats, moved: Floats) -> Floats:
    bands = base.shape[1]
    return np.asarray((base + moved[:, :bands])[:, None, :] + (1.0 + moved[:, bands:])[:, None, :] * said)


def _information(weights: Floats, said: Floats) -> Floats:
    """About an exit's shifts and slopes: bands do not tell of one another."""
    bands = weights.shape[1]
    shift, mixed, slope = (np.diag((weights * said**power).sum(axis=0)) for power in (0, 1, 2))
    whole = np.block([[shift, mixed], [mixed, slope]])
    return np.asarray(whole + 1e-9 * np.eye(2 * bands))


def _held(bands: int) -> Floats:
    steps = np.diff(np.eye(bands), axis=0)
    own = _STEPS * steps.T @ steps + _LEVEL * np.eye(bands) / bands
    return np.asarray(np.kron(np.eye(2), own))
