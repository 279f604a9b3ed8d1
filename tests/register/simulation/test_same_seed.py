"""The same seed gives the same bytes, on every machine and in every year; another seed gives others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np

from pejl.register.simulation import deliveries
from pejl.register.simulation.draws import Draws
from register.simulation.fjordby import fingerprint, made

FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
BEGINNING = [0.5284588846389899, 0.9244851101183725, 0.19306025889240264]
FROZEN = "5175a803ce3c3b14d1e73f5cd79eee086943e0f4e2c34d43d7da6235fabb16b5"
"""The bytes of 1,500 inhabitants with the seed 5. Whoever changes the simulation on purpose writes the new one here."""


def written(folder: Path, seed: int) -> str:
    list(deliveries.write(made(1_500, seed, FIRST, LAST), folder, deliveries.known_days(LAST, 2), seed))
    return fingerprint(folder)


def test_the_same_seed_gives_the_same_bytes_here_as_everywhere(tmp_path: Path) -> None:
    assert written(tmp_path / "one", 5) == FROZEN


def test_another_seed_gives_other_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "other", 6) != FROZEN


def test_a_stream_of_chance_has_its_frozen_beginning() -> None:
    drawn = Draws(1, "a name")
    assert drawn.between(0, 999, 5).tolist() == [528, 924, 193, 152, 413]
    assert Draws(1, "a name").uniform(3).tolist() == BEGINNING
    assert Draws(1, "another name").uniform(3).tolist() != BEGINNING


def test_weights_are_kept_to() -> None:
    picked = np.bincount(Draws(3, "weights").pick((0.5, 0.3, 0.2), 100_000)) / 100_000
    assert np.abs(picked - np.array([0.5, 0.3, 0.2])).max() < 0.01


def test_the_bell_is_around_nothing_with_spread_one() -> None:
    drawn = Draws(4, "bell").bell(100_000)
    assert abs(drawn.mean()) < 0.02
    assert abs(drawn.std() - 1) < 0.02
