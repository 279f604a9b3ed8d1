"""What a model is to be made of, decided before it is fitted: bands of time, exits, features, how it is held back."""

from __future__ import annotations

from itertools import pairwise
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

MOST_INTERACTIONS = 5
"""More than five named interactions cannot be read as a table any longer."""
STRENGTHS = (0.5, 0.7, 1.0, 1.4, 2.0, 2.8)
KNOTS = 6


class Recipe(BaseModel):
    """A model before it is fitted. It goes through JSON unchanged and is kept with the model.

    `bands` are the cut points of time, from 0, in the unit of the spells: within a band an exit's hazard is constant,
    and a spell that ends on a cut point ends in the band before it. `exits` names the ways a spell can end, in the
    order of `Ends.exit`. `numbers` and `words` are the features, by the names of their columns; `shrunk` is a column of
    words whose levels are drawn towards each other (the municipality), and where an unseen level counts as the middle.
    `interactions` names pairs of features; `late` the features whose effect may be another late than early.
    `penalties` are the strengths among which cross-validation chooses: each multiplies the ridge that the data
    themselves give every feature (see `penalties`). `knots` is how many knots the curve of a number has at most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bands: tuple[float, ...]
    exits: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    shrunk: str | None = None
    interactions: tuple[tuple[str, str], ...] = ()
    late: tuple[str, ...] = ()
    penalties: tuple[float, ...] = STRENGTHS
    knots: int = KNOTS

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        wrong = _wrong_bands(self.bands) or _wrong_names(self) or _wrong_numbers(self)
        if wrong:
            raise ValueError(wrong)
        return self

    @property
    def features(self) -> tuple[str, ...]:
        """The columns that the model reads, in the order in which it tells of them."""
        return (*self.numbers, *self.words, *((self.shrunk,) if self.shrunk else ()))


def _wrong_bands(bands: tuple[float, ...]) -> str:
    if len(bands) < 2 or bands[0] != 0:
        return "The bands need at least two cut points, and the first is 0."
    if any(later <= earlier for earlier, later in pairwise(bands)):
        return "The cut points of the bands must rise."
    return ""


def _wrong_names(recipe: Recipe) -> str:
    features = recipe.features
    if not recipe.exits or len(set(recipe.exits)) < len(recipe.exits):
        return "A model needs at least one exit, and each exit one name."
    if len(set(features)) < len(features):
        return "A feature is named twice: it is either a number, or words, or the shrunk column."
    asked = {*recipe.late, *(name for pair in recipe.interactions for name in pair)}
    if unknown := sorted(asked - set(features)):
        return f"These are named among interactions or late effects, and are no features: {', '.join(unknown)}."
    if any(one == other for one, other in recipe.interactions):
        return "A feature does not interact with itself."
    if len(recipe.interactions) > MOST_INTERACTIONS:
        return f"At most {MOST_INTERACTIONS} interactions can be read; {len(recipe.interactions)} are named."
    return ""


def _wrong_numbers(recipe: Recipe) -> str:
    if not recipe.penalties or min(recipe.penalties) <= 0:
        return "The strengths among which cross-validation chooses must be above 0, and there must be one."
    if recipe.knots < 2:
        return "The curve of a number needs two knots: with two it is a straight line."
    return ""
