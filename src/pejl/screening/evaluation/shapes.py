"""What an evaluation tells: one document, the same for programs and for the table that people read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from pejl.screening.training.run import AtHorizon, Estimate

FORM = "pejl.evaluation/1"


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Spread(_Shape):
    """A measure over the folds: its mean and standard deviation, and of how many folds it could be told."""

    mean: float | None
    sd: float | None
    folds: int


class ModelFigures(_Shape):
    """How good one model is on spells that it was not fitted to.

    `folds` has each measure over the folds, by name ("c_uno", "auc@13", "fit_seconds"). `pooled` horizons, and the
    `pooled_` measures, are of all spells together, each by the model that had not seen it. Measures of time that a
    model for single horizons does not have are None.
    """

    model: str
    title: str
    folds: dict[str, Spread]
    pooled_c_uno: Estimate
    pooled_ibs: float | None
    pooled: tuple[AtHorizon, ...]


class Stand(_Shape):
    """How Pejl's figure stands to the best of the others: beat and short are more than one standard deviation over the
    folds, everything else is a match."""

    measure: str
    pejl: float
    sd: float
    best: float
    model: str
    verdict: str


class LeakTold(_Shape):
    """A feature that looks as if it had been known only later."""

    feature: str
    correlation: float | None
    auc: float | None
    sentence: str


class FeatureTold(_Shape):
    """A feature, what it was taken for, and the share of the spells in which it is not known."""

    name: str
    kind: str
    missing: float


class Evaluation(_Shape):
    """The document. `left_out` counts lines of the file by the reason; `without` says why models are missing."""

    form: str = FORM
    file: str
    lines: int
    spells: int
    left_out: dict[str, int]
    ended: dict[str, int]
    censored: int
    features: tuple[FeatureTold, ...]
    horizons: tuple[float, ...]
    main_horizon: float
    tau: float
    still: dict[str, float | None]
    """The share still running at each horizon, by Kaplan and Meier."""
    split: str
    folds: dict[str, int]
    """How many spells each fold, or site, tests."""
    seed: int
    delayed_entry: bool
    models: tuple[ModelFigures, ...]
    stands: tuple[Stand, ...]
    without: dict[str, str]
    leaks: tuple[LeakTold, ...]
    remarks: tuple[str, ...] = Field(description="Sentences for the person who asked.")
