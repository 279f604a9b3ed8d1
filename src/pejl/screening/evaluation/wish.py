"""What somebody asks of an evaluation: which columns of a file are what, and how spells are divided and measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MODELS = ("pejl", "km", "cox", "rsf", "gbsa", "lightgbm")
"""The models that are measured beside each other unless others are asked for, in the order in which they are told."""
ASK_FIRST = "ask_first"
MODEL_WORDS = {
    "pejl": "Pejl (discrete-time hazard)",
    "km": "Kaplan-Meier, the same for all",
    "cox": "Cox (lifelines)",
    "rsf": "Random survival forest (scikit-survival)",
    "gbsa": "Gradient boosted survival (scikit-survival)",
    "lightgbm": "LightGBM at each horizon",
    ASK_FIRST: "Ask first: only what the person expects",
}


class Unusable(ValueError):
    """A file, a column or a number with which no evaluation can be made; the sentence says what, and what to do."""


@dataclass(frozen=True)
class Wish:
    """What is asked for. Names are of columns; an empty one is not asked for.

    `features` empty means all columns but those that have another part. `censored` are the words or numbers of the
    event column that stand for a spell that was not seen to end, where they do not speak for themselves. `same` names
    rows of one spell or person, which are never divided between training and test; with `hold_out` each site in turn
    is what is tested on, instead of folds.
    """

    path: Path
    time: str
    event: str
    features: tuple[str, ...] = ()
    horizons: tuple[float, ...] = ()
    main: float | None = None
    tau: float | None = None
    entry: str = ""
    same: str = ""
    hold_out: str = ""
    asked: str = ""
    censored: tuple[str, ...] = ()
    exits: bool = False
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    models: tuple[str, ...] = MODELS
    folds: int = 5
    seed: int = 1
    intervals: int = 0
    refuse_leaks: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """The columns that have a part of their own, and so are no features unless they are named as such."""
        return tuple(name for name in (self.time, self.event, self.entry, self.same, self.hold_out, self.asked) if name)
