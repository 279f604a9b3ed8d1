"""What advice asks of a model. The glass box of `model` answers it; so may any other that is as exact."""

from __future__ import annotations

from typing import Protocol

from pejl.screening.model.recipe import Recipe
from pejl.screening.model.scores import Contributions, Scores
from pejl.screening.spells import Columns, Floats


class AskedModel(Protocol):
    """A fitted model."""

    @property
    def recipe(self) -> Recipe:
        """What it is made of: which features it reads."""

    @property
    def sha256(self) -> str:
        """The hash of its file."""

    def score(self, columns: Columns, entry: Floats, horizons: tuple[float, ...]) -> Scores:
        """Chances with their intervals."""

    def chances(self, columns: Columns, entry: Floats, times: Floats) -> tuple[Floats, Floats]:
        """Chances alone: of still running (spells by times), and of having left by each exit."""

    def contributions(self, columns: Columns, entry: Floats, horizon: float) -> Contributions:
        """What each feature adds to the chance at a horizon."""
