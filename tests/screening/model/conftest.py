from __future__ import annotations

import pytest

from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from screening.model.planted import RECIPE, Drawn, drawn


@pytest.fixture(scope="session")
def plain() -> Drawn:
    """Spells enough for effects to be seen."""
    return drawn(4000, seed=3, entries=True)


@pytest.fixture(scope="session")
def model(plain: Drawn) -> HazardModel:
    """The model of them."""
    return fit(plain.spells, RECIPE, seed=1)
