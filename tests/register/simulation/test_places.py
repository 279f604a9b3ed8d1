"""Municipalities that differ from Fjordby in how fast people get well, and in nothing else."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from pejl.register.simulation.days import number
from pejl.register.simulation.municipality import municipality
from pejl.register.simulation.place import FJORDBY, Place

DAYS = np.array([number(dt.date(2025, month, 15)) for month in range(1, 13)])
FIRST, LAST = dt.date(2025, 6, 1), dt.date(2025, 12, 31)


def test_fjordby_is_as_it_is() -> None:
    assert FJORDBY.factor(DAYS).tolist() == [1.0] * 12


def test_a_place_is_faster_or_slower_and_has_its_seasons_and_its_times() -> None:
    assert Place(997, pace=0.9).factor(DAYS).tolist() == [0.9] * 12
    season = Place(997, season=1.0).factor(DAYS)
    assert season[5] > 1 > season[0]
    bust, boom = dt.date(2020, 3, 1), dt.date(2022, 9, 1)
    by_cycle = Place(997, cycle=1.0).factor(np.array([number(bust), number(boom)]))
    assert by_cycle[0] < 1 < by_cycle[1]


@pytest.mark.long
def test_its_number_and_its_true_chances_are_its_own() -> None:
    slow = municipality(1_000, 4, FIRST, LAST, Place(997, pace=0.6))
    usual = municipality(1_000, 4, FIRST, LAST)
    assert set(slow.table("persons").values("municipality").tolist()) >= {997}
    assert set(usual.table("persons").values("municipality").tolist()) == {998}
    still = [np.asarray(each.truth["still_sick_at_13"]).mean() for each in (slow, usual)]
    assert still[0] > still[1] + 0.05
