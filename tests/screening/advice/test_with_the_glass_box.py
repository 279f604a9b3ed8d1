"""Advice with the real model and not a simple one: what it tells is what the model computes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pejl.screening.advice.assess import assess
from pejl.screening.advice.facts import Value
from pejl.screening.advice.shapes import Assessment, Kind
from pejl.screening.features.declared import FEATURES
from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import Ends, Spells
from screening.advice_given import UNDER, rows_of

NAMES = ("ventet_laege", "tilbage_i_job")
SPELLS = 400


@pytest.fixture(scope="module")
def glass_box() -> HazardModel:
    """A model of two numbers and the cause, in which a physician who expects long is right."""
    draws = np.random.default_rng(7)
    weeks, back = draws.uniform(4, 40, SPELLS), draws.integers(0, 11, SPELLS).astype(float)
    causes = draws.choice(["ulykke", "kraeft", "infektion"], SPELLS)
    cases: list[dict[str, Value]] = [
        {"ventet_laege": float(expected), "tilbage_i_job": float(answer), "aarsag": str(cause)}
        for expected, answer, cause in zip(weeks, back, causes, strict=True)
    ]
    rows = rows_of(*cases)
    lasting = 6.0 + draws.exponential(weeks * np.where(causes == "kraeft", 1.5, 0.7))
    ends = Ends(np.full(SPELLS, 6.0), lasting, np.zeros(SPELLS, np.int64))
    words = tuple(feature.name for feature in FEATURES if feature.name == "aarsag")
    recipe = Recipe(
        bands=(0, 8, 13, 26, 52, 104), exits=("tilbage",), numbers=NAMES, words=words, penalties=(1.0,), knots=3
    )
    return fit(Spells(rows.spells.columns, ends, np.arange(SPELLS)), recipe, seed=1)


@pytest.mark.long
def test_what_is_told_is_what_the_model_computes(glass_box: HazardModel) -> None:
    rows = rows_of({"ventet_laege": 35.0, "aarsag": "kraeft", "tilbage_i_job": 2.0}, {"ventet_laege": None})
    chances, _ = glass_box.chances(rows.spells.columns, rows.spells.ends.entry, np.array([26.0]))
    found: tuple[Assessment, ...] = assess(rows, glass_box, **UNDER)
    for assessment, chance in zip(found, chances[:, 0], strict=True):
        early = assessment.of(Kind.TIDLIG_INDSATS)
        assert early is not None and early.usual is not None and early.low is not None and early.high is not None
        assert early.chance == pytest.approx(chance, abs=1e-12)
        assert early.usual + math.fsum(reason.share or 0 for reason in early.reasons) == pytest.approx(chance, abs=1e-9)
        assert early.low < chance < early.high
    assert found[0].model == f"2026-10-31-abc:{glass_box.sha256}"
    assert found[0].inputs == {"ventet_laege": 35.0, "tilbage_i_job": 2.0, "aarsag": "kraeft"}
