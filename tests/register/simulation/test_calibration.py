"""The published levels hold in the loaded register, for any seed, and scaled for any size."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from pejl.register.register import Register
from pejl.register.simulation.calibration import Measured, measured
from pejl.register.simulation.days import NONE, number
from pejl.register.simulation.levels import INHABITANTS, LEVELS, NOVEMBER
from pejl.register.simulation.municipality import Municipality
from pejl.register.simulation.states import benefit_code
from register.simulation.fjordby import FIRST, LAST, Loaded, loaded, made


def levels(of: Loaded, inhabitants: int, first: dt.date = FIRST) -> list[Measured]:
    return measured(Register(of.home).newest(), inhabitants, first)


def test_a_tenth_of_the_municipality_has_a_tenth_of_every_level(register: Loaded) -> None:
    found = levels(register, 7_000)
    assert [each.level for each in found] == list(LEVELS)
    for each in found:
        wide = 1.3 if each.level.share else 0.5
        assert abs(each.counted - each.published) <= wide, each


def test_a_level_before_the_first_day_is_not_measured(register: Loaded) -> None:
    names = [each.level.name for each in levels(register, 7_000, dt.date(2025, 6, 1))]
    assert "dagpenge" in names
    assert not {"stu", "complaints", "long_term"} & set(names)


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_whole_municipality_has_every_published_level(seed: int, tmp_path: Path) -> None:
    found = levels(loaded(made(INHABITANTS, seed), tmp_path, LAST, seed), INHABITANTS)
    assert len(found) == len(LEVELS)
    assert [each for each in found if not each.holds] == []
    assert [each for each in found if not each.level.share and each.deviation] == []


@pytest.mark.parametrize("benefit", ["dagpenge", "sygedagpenge", "kontanthjaelp"])
def test_the_days_around_the_counted_day_are_as_smooth_as_others(fjordby: Municipality, benefit: str) -> None:
    spells = fjordby.table("benefit_spells")
    start, end = spells.values("start"), spells.values("end")
    of_it = spells.values("benefit") == benefit_code(benefit)

    def steps(middle: int) -> float:
        days = np.arange(middle - 21, middle + 22)
        there = [int((of_it & (start <= day) & ((end == NONE) | (end >= day))).sum()) for day in days]
        return float(np.abs(np.diff(there)).mean())

    usual = [steps(number(NOVEMBER) + 91 * quarter) for quarter in range(-1, 3)]
    assert steps(number(NOVEMBER)) < 2 * max(np.mean(usual), 0.3)
